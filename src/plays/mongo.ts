import type { PlayLog, PlaysQuery, StoredPlay } from './log'

/** A unique index refused the document: the play is known already. */
const duplicateKey = 11000

type Document = Omit<StoredPlay, 'error'> & { error?: string }

/**
 * The play log in the collection `plays` of the CMS's own MongoDB, each batch written with write concern `majority`, journalled.
 * The driver is loaded here, since most installations need none.
 */
export async function mongoPlayLog(uri: string): Promise<PlayLog> {
  const { MongoClient } = await import('mongodb')
  const client = await MongoClient.connect(uri)
  const plays = client.db().collection<Document>('plays', { writeConcern: { w: 'majority', journal: true } })
  await plays.createIndex({ display: 1, bootId: 1, seq: 1 }, { unique: true })
  await plays.createIndex({ from: 1 })
  return {
    async add({ display, bootId, plays: batch, receivedAt }) {
      if (batch.length === 0) return { accepted: 0, duplicates: 0 }
      const documents = batch.map((play): Document => ({ ...play, display, bootId, receivedAt }))
      const accepted = await insertNew(() => plays.insertMany(documents, { ordered: false }))
      return { accepted, duplicates: batch.length - accepted }
    },
    async find(query) {
      const order = { from: -1, display: 1, bootId: 1, seq: -1 } as const
      const cursor = plays.find(conditions(query), { projection: { _id: 0 } })
      return cursor.sort(order).limit(query.limit).toArray()
    },
    close: () => client.close(),
  }
}

/** How many documents went in; those that were there already are no fault. */
async function insertNew(insert: () => Promise<{ insertedCount: number }>): Promise<number> {
  try {
    return (await insert()).insertedCount
  } catch (error) {
    const { MongoBulkWriteError } = await import('mongodb')
    if (!(error instanceof MongoBulkWriteError)) throw error
    const faults = [error.writeErrors].flat()
    if (faults.length === 0 || faults.some(({ code }) => code !== duplicateKey)) throw error
    return error.insertedCount
  }
}

function conditions({ display, content, from, to }: PlaysQuery) {
  const started = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) }
  return {
    ...(display === undefined ? {} : { display }),
    ...(content === undefined ? {} : { content }),
    ...(from === undefined && to === undefined ? {} : { from: started }),
  }
}

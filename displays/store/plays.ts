import { read, type StoredPlay, walk, write } from './database'

/** Plays that the server does not have yet, in order, on disk. */
export type PlayStore = {
  add(play: StoredPlay): Promise<void>
  /** The oldest plays of one boot, at most `most` of them. */
  oldest(most: number): Promise<StoredPlay[]>
  /** The server has these. */
  remove(plays: StoredPlay[]): Promise<void>
  count(): Promise<number>
}

/** The `plays` store. */
export function createPlayStore(database: IDBDatabase): PlayStore {
  return {
    add: (play) =>
      write(database, 'plays', (store) => {
        store.add(play)
      }),
    async oldest(most) {
      const plays: StoredPlay[] = []
      await walk<StoredPlay>(database, 'plays', null, (play) => {
        const first = plays[0]
        if (plays.length >= most || (first && first.bootId !== play.bootId)) return false
        plays.push(play)
        return true
      })
      return plays
    },
    remove: (plays) =>
      write(database, 'plays', (store) => {
        for (const play of plays) if (play.id !== undefined) store.delete(play.id)
      }),
    count: () => read(database, 'plays', (store) => store.count()),
  }
}

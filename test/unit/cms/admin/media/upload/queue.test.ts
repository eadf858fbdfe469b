import { describe, expect, it } from 'vitest'
import {
  percentOf,
  type SendEvents,
  secondsLeft,
  type UploadQueue,
  uploadQueue,
} from '../../../../../../src/cms/admin/media/upload/queue'

type Sent = { name: string; events: SendEvents; calls: string[] }

/** A queue whose sendings are in the test's hands. */
function aQueue({ parallel = 2 } = {}) {
  const sent: Sent[] = []
  let ms = 0
  const queue = uploadQueue({
    parallel,
    now: () => ms,
    send({ file }, events) {
      const one: Sent = { name: file.name, events, calls: [] }
      sent.push(one)
      return { pause: () => one.calls.push('pause'), cancel: () => one.calls.push('cancel') }
    },
  })
  const pass = (by: number) => {
    ms += by
  }
  return { queue, sent, pass }
}

const files = (...names: string[]) => names.map((name) => new File(['0123456789'], name))
const to = { folder: null, desk: 'd' }
const states = (queue: UploadQueue) => queue.items().map(({ state }) => state.name)
const arrived = (id: string) => ({ doc: { id, filename: `${id}.jpg` }, duplicate: false, message: null })

function of(sent: Sent[], index: number): Sent {
  const one = sent[index]
  if (!one) throw new Error(`nothing sent as number ${index}`)
  return one
}

describe('uploadQueue', () => {
  it('sends as many at a time as it may, and the next when one has arrived', () => {
    const { queue, sent } = aQueue()
    queue.add(files('a', 'b', 'c'), to)
    expect(states(queue)).toEqual(['sending', 'sending', 'waiting'])
    of(sent, 0).events.onDone(arrived('1'))
    expect(states(queue)).toEqual(['done', 'sending', 'sending'])
    expect(sent.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('lets the next go first while one is paused, and goes on with it later', () => {
    const { queue, sent } = aQueue({ parallel: 1 })
    queue.add(files('a', 'b'), to)
    const key = queue.items()[0]?.key ?? ''
    queue.pause(key)
    expect(of(sent, 0).calls).toEqual(['pause'])
    expect(states(queue)).toEqual(['paused', 'sending'])
    queue.resume(key)
    expect(states(queue)).toEqual(['waiting', 'sending'])
    of(sent, 1).events.onDone(arrived('2'))
    expect(states(queue)).toEqual(['sending', 'done'])
  })

  it('ignores what a paused sending says late', () => {
    const { queue, sent } = aQueue()
    queue.add(files('a'), to)
    queue.pause(queue.items()[0]?.key ?? '')
    of(sent, 0).events.onProgress(7)
    of(sent, 0).events.onFault({ kind: 'stopped', message: 'x' })
    expect(queue.items()).toMatchObject([{ sent: 0, state: { name: 'paused' } }])
  })

  it('says that the server checks once all is sent, and what it refused', () => {
    const { queue, sent } = aQueue()
    queue.add(files('a'), to)
    of(sent, 0).events.onProgress(10)
    expect(states(queue)).toEqual(['checking'])
    of(sent, 0).events.onFault({ kind: 'refused', message: '文件已损坏' })
    expect(queue.items()).toMatchObject([{ state: { name: 'refused', message: '文件已损坏' } }])
    const key = queue.items()[0]?.key ?? ''
    queue.resume(key)
    expect(states(queue)).toEqual(['refused'])
    queue.cancel(key)
    expect(queue.items()).toEqual([])
  })

  it('goes on by itself with what waits for a network, and with nothing else', () => {
    const { queue, sent } = aQueue()
    queue.add(files('a', 'b'), to)
    of(sent, 0).events.onFault({ kind: 'offline', message: '' })
    of(sent, 1).events.onFault({ kind: 'stopped', message: '' })
    queue.online()
    expect(states(queue)).toEqual(['sending', 'stopped'])
  })

  it('calls off what is cancelled, and clears what has ended', () => {
    const { queue, sent } = aQueue()
    queue.add(files('a', 'b', 'c'), to)
    queue.cancel(queue.items()[0]?.key ?? '')
    expect(of(sent, 0).calls).toEqual(['cancel'])
    of(sent, 1).events.onDone(arrived('2'))
    queue.clear()
    expect(queue.items().map(({ file }) => file.name)).toEqual(['c'])
  })

  it('tells who listens, with a new list each time', () => {
    const { queue, sent } = aQueue()
    queue.add(files('a'), to)
    const before = queue.items()
    let told = 0
    const forget = queue.subscribe(() => {
      told += 1
    })
    of(sent, 0).events.onProgress(5)
    forget()
    of(sent, 0).events.onProgress(6)
    expect(told).toBe(1)
    expect(queue.items()).not.toBe(before)
  })

  it('works out percent and time left from the pace of the last seconds', () => {
    const { queue, sent, pass } = aQueue()
    queue.add(files('a'), to)
    for (const bytes of [0, 2, 4]) {
      of(sent, 0).events.onProgress(bytes)
      pass(1000)
    }
    const [item] = queue.items()
    expect(item && [percentOf(item), secondsLeft(item)]).toEqual([40, 3])
  })
})

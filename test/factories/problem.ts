/** A problem as its JSON would be: one display in Shanghai, 1 October 2026, and what a test is about. */
export type ProblemInput = {
  version: number
  from: string
  to: string
  display: Record<string, unknown>
  contents: Record<string, unknown>[]
  playlists: { id: string; entries: Record<string, unknown>[] }[]
  calendar?: Record<string, unknown>
  schedules: Record<string, unknown>[]
}

export type LaneInput = {
  id: string
  /** Lengths of the playlist's contents, which are named `<id>-0`, `<id>-1`, … unless `contents` names them. */
  seconds: number[]
  contents?: string[]
} & Record<string, unknown>

export function problemInput(over: Partial<ProblemInput> = {}): ProblemInput {
  return {
    version: 1,
    from: '2026-10-01T00:00:00+08:00',
    to: '2026-10-02T00:00:00+08:00',
    ...over,
    display: { id: 'd-1', timezone: 'Asia/Shanghai', ...over.display },
    contents: over.contents ?? [],
    playlists: over.playlists ?? [],
    schedules: over.schedules ?? [],
  }
}

/** A problem of schedules that play all day, each with a playlist of its own; their other fields as given. */
export function lanesInput(lanes: LaneInput[], over: Partial<ProblemInput> = {}): ProblemInput {
  const contents = new Map<string, Record<string, unknown>>()
  const playlists = lanes.map(({ id, seconds, contents: names }) => ({
    id: `pl-${id}`,
    entries: seconds.map((length, i) => {
      const content = names?.[i] ?? `${id}-${i}`
      contents.set(content, { id: content, seconds: length })
      return { content, seconds: length }
    }),
  }))
  return problemInput({
    ...over,
    contents: [...contents.values(), ...(over.contents ?? [])],
    playlists: [...playlists, ...(over.playlists ?? [])],
    schedules: [
      ...lanes.map(({ id, seconds: _seconds, contents: _contents, ...fields }) => ({
        id,
        playlist: `pl-${id}`,
        targets: { all: true },
        level: 'normal',
        ...fields,
      })),
      ...(over.schedules ?? []),
    ],
  })
}

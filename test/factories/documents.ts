import type { Corrections } from '../../src/cms/calendar/correctedCalendar'
import type { Content, Display, DisplayProfile, Media, Playlist, Schedule } from '../../src/cms/payload-types'
import { workingCalendar } from '../../src/cms/workingCalendar'
import type { ExactRendition, Snapshot } from '../../src/publish/snapshot'

const stamps = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' }

export function aContent(over: Partial<Content> & { id: string }): Content {
  return {
    title: `Content ${over.id}`,
    kind: 'slogan',
    text: '戴口罩 勤洗手',
    seconds: 10,
    quotaClass: 'public-service',
    reviewStatus: 'approved',
    ...stamps,
    ...over,
  } as Content
}

export function aMedia(over: Partial<Media> & { id: string }): Media {
  const sha256 = over.id.padEnd(64, '0').replace(/[^0-9a-f]/g, '0')
  return {
    kind: 'image',
    state: 'ready',
    sha256,
    renditions: [
      { purpose: 'screen', sha256, ext: 'jpg', mimeType: 'image/jpeg', bytes: 1000, width: 100, height: 50 },
    ],
    ...stamps,
    ...over,
  } as Media
}

/** A processed picture with its facts, so that renditions can be made of it. */
export function anImage(over: Partial<Media> & { id: string }): Media {
  const facts = { kind: 'image', width: 900, height: 700, format: 'jpeg', hasAlpha: false }
  return aMedia({ facts, ...over })
}

export function aFilm(over: Partial<Media> & { id: string }): Media {
  const codecs = { videoCodec: 'h264', pixelFormat: 'yuv420p', audioCodec: 'aac' }
  const facts = {
    kind: 'video',
    width: 1280,
    height: 720,
    rotation: 0,
    seconds: 12,
    frameRate: 25,
    ...codecs,
  }
  return aMedia({ kind: 'video', facts, ...over })
}

export function aSong(over: Partial<Media> & { id: string }): Media {
  const facts = { kind: 'audio', seconds: 60, audioCodec: 'pcm_s16le', channels: 2, sampleRate: 48000 }
  return aMedia({ kind: 'audio', facts, ...over })
}

export function aPlaylist(id: string, contents: string[], over: Partial<Playlist> = {}): Playlist {
  return { id, title: id, entries: contents.map((content) => ({ content })), ...stamps, ...over } as Playlist
}

export function aSchedule(over: Partial<Schedule> & { id: string; playlist: string }): Schedule {
  return {
    title: over.id,
    level: 'normal',
    enabled: true,
    targets: { all: true },
    ...stamps,
    ...over,
  } as Schedule
}

export function aProfile(over: Partial<DisplayProfile> & { id: string }): DisplayProfile {
  return {
    title: over.id,
    width: 384,
    height: 256,
    rotate: '0',
    audio: true,
    ...stamps,
    ...over,
  } as DisplayProfile
}

export function aDisplay(over: Partial<Display> & { id: string }): Display {
  return {
    name: `Display ${over.id}`,
    channel: 'led',
    timezone: 'Asia/Shanghai',
    profile: 'led',
    ...stamps,
    ...over,
  } as Display
}

/** A file made for particular screens, as it is once it is ready. */
export function aRendition(over: Partial<ExactRendition> & { key: string }): ExactRendition {
  const sha256 = over.key
    .replace(/[^0-9a-f]/g, '0')
    .padEnd(64, 'e')
    .slice(0, 64)
  const file = { sha256, ext: 'webp', mimeType: 'image/webp', bytes: 500 }
  return { id: over.key, state: 'ready', ...file, ...stamps, ...over }
}

/** Documents by collection, as the publisher holds them. */
export function aSnapshot(documents: {
  media?: Media[]
  contents?: Content[]
  playlists?: Playlist[]
  schedules?: Schedule[]
  displays?: Display[]
  profiles?: DisplayProfile[]
  renditions?: ExactRendition[]
  workingCalendar?: Corrections
}): Snapshot {
  return {
    media: byId(documents.media),
    contents: byId(documents.contents),
    playlists: byId(documents.playlists),
    schedules: byId(documents.schedules),
    displays: byId(documents.displays),
    'display-profiles': byId(documents.profiles ?? [aProfile({ id: 'led' })]),
    renditions: new Map((documents.renditions ?? []).map((rendition) => [rendition.key, rendition])),
    calendar: workingCalendar(documents.workingCalendar),
  }
}

function byId<T extends { id: string }>(documents: T[] = []): Map<string, T> {
  return new Map(documents.map((document) => [document.id, document]))
}

import type { Content, Display, DisplayProfile, Playlist, Schedule } from '../../src/cms/payload-types'

/** Documents of a district, without their database's own fields. */
export type District = {
  'display-profiles': (Partial<DisplayProfile> & { id: string })[]
  contents: (Partial<Content> & { id: string })[]
  playlists: (Partial<Playlist> & { id: string })[]
  schedules: (Partial<Schedule> & { id: string })[]
  displays: (Partial<Display> & { id: string })[]
}

const everywhere = 20
const groupsEach = 3

/**
 * A busy district: each display is in one of `classes` groups, twenty schedules play everywhere and each other one in three groups, so
 * that of 500 schedules a display of 40 groups has 56. Playlists of five, dayparts, rules, bookings, takeovers, an emergency.
 */
export function district(size: { displays: number; classes: number; schedules: number }): District {
  const schedules = range(size.schedules)
  return {
    'display-profiles': [
      { id: 'profile', title: 'LED 384×256', width: 384, height: 256, rotate: 0, audio: true },
    ],
    contents: schedules.flatMap((s) => range(5).map((entry) => content(s, entry))),
    playlists: schedules.map((s) => ({
      id: `playlist-${s}`,
      title: `节目单 ${s}`,
      entries: range(5).map((entry) => ({ id: `entry-${s}-${entry}`, content: contentId(s, entry) })),
    })),
    schedules: schedules.map((s) => schedule(s, size.classes)),
    displays: range(size.displays).map((d) => ({
      id: displayId(d),
      name: `大屏 ${d}`,
      channel: 'led',
      timezone: 'Asia/Shanghai',
      profile: 'profile',
      groups: [groupId(d % size.classes)],
      tags: [],
      operatingHours: [{ id: `open-${d}`, days: [], from: '06:00', to: '22:30' }],
      quietHours: [{ id: `quiet-${d}`, days: [], from: '21:00', to: '08:00' }],
      filler: 'playlist-0',
      emergencyOutsideHours: true,
      horizonDays: 7,
      pollSeconds: 30,
    })),
  }
}

export const displayId = (d: number) => `display-${d}`
const contentId = (schedule: number, entry: number) => `content-${schedule}-${entry}`
export const groupId = (group: number) => `group-${group}`

function content(s: number, entry: number): District['contents'][number] {
  return {
    id: contentId(s, entry),
    title: `口号 ${s}-${entry}`,
    kind: 'slogan',
    text: `科学防护，人人有责 ${s}-${entry}`,
    seconds: [15, 10, 30, 12.5, 60][(s + entry) % 5],
    quotaClass: 'public-service',
    reviewStatus: 'approved',
    validUntil: s % 7 === 0 && entry === 0 ? '2026-10-02T04:00:00.000Z' : null,
  }
}

function schedule(s: number, classes: number): District['schedules'][number] {
  const urgent = s % 24 === 23
  const emergency = s === everywhere - 1
  const groups = range(groupsEach).map((g) => groupId((s * 7 + g * 13) % classes))
  return {
    id: `schedule-${s}`,
    title: `排期 ${s}`,
    playlist: `playlist-${s}`,
    targets: s < everywhere ? { all: true } : { all: false, groups },
    level: emergency ? 'emergency' : urgent ? 'takeover' : s % 10 === 9 ? 'filler' : 'normal',
    priority: s % 3,
    weight: 1 + (s % 4),
    playsPerHour: s % 6 === 5 && !urgent && !emergency ? 4 : null,
    start: '2026-01-01T00:00',
    rrule: ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', null, 'FREQ=MONTHLY;BYDAY=1TH,-1MO'][s % 4],
    dayTypes: s % 5 === 0 ? ['workday'] : [],
    dayparts:
      emergency || urgent
        ? [{ id: `noon-${s}`, days: [], from: '12:00', to: '12:10' }]
        : [
            {
              id: `day-${s}`,
              days: [],
              from: `${String(6 + (s % 8)).padStart(2, '0')}:30`,
              to: `${10 + (s % 6)}:00`,
            },
            { id: `evening-${s}`, days: [], from: '18:00', to: `${19 + (s % 4)}:15` },
          ],
    enabled: true,
  }
}

function range(length: number) {
  return Array.from({ length }, (_, index) => index)
}

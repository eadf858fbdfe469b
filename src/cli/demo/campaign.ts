import type { assets } from './assets'

type AssetName = keyof typeof assets
type DisplayName = 'square' | 'crossing' | 'bus' | 'lobby'

export const campaign = {
  title: '2020 年新冠肺炎疫情防控宣传',
  description: '海报、标语、宣传片、短视频和歌曲，在户外大屏、公交电视和楼宇电视同步播出。',
  start: '2020-02-01T12:00:00.000Z',
}

type Style = {
  color: string
  background: string
  weight?: number
  motion?: 'still' | 'scroll'
  pixelsPerSecond?: number
}

export type DemoContent = {
  title: string
  kind: 'poster' | 'video' | 'song' | 'slogan' | 'notice'
  media?: AssetName
  cover?: AssetName
  text?: string
  style?: Style
  seconds?: number
  fit?: 'contain' | 'cover'
  quotaClass: 'public-service' | 'government'
}

const publicService = { quotaClass: 'public-service' } as const
const still = (title: string, media: AssetName): DemoContent => ({
  title,
  kind: 'poster',
  media,
  seconds: 8,
  fit: 'cover',
  ...publicService,
})
const moving = (title: string, media: AssetName): DemoContent => ({
  title,
  kind: 'video',
  media,
  fit: 'cover',
  ...publicService,
})
const sung = (title: string, media: AssetName, cover: AssetName): DemoContent => ({
  title,
  kind: 'song',
  media,
  cover,
  ...publicService,
})

/** The pieces, by the names that the playlists use. */
export const contents = {
  together: still('众志成城 共克时艰', 'together'),
  love: still('隔离病毒 不隔离爱', 'love'),
  nightFilm: moving('致敬最美逆行者 · 条屏短片', 'nightFilm'),
  ticker: {
    title: '滚动标语 · 众志成城抗疫情',
    kind: 'slogan',
    text: '众志成城抗疫情　同舟共济克时艰　戴口罩 勤洗手 常通风 少聚集',
    style: { color: '#ffe27a', background: '#8c0b12', weight: 900, motion: 'scroll', pixelsPerSecond: 420 },
    seconds: 18,
    ...publicService,
  },
  smallMask: still('戴口罩', 'smallMask'),
  smallWash: still('勤洗手', 'smallWash'),
  smallApart: still('一米线', 'smallApart'),
  smallAir: still('常通风', 'smallAir'),
  signsFilm: moving('出门戴口罩 · 小屏短片', 'signsFilm'),
  smallSlogan: {
    title: '标语 · 少出门 少聚集',
    kind: 'slogan',
    text: '少出门\n少聚集',
    style: { color: '#ffffff', background: '#0b4f94', weight: 900 },
    seconds: 8,
    ...publicService,
  },
  unity: still('众志成城 抗击疫情', 'unity'),
  threeHabits: still('防疫三件事', 'threeHabits'),
  heroes: still('致敬最美逆行者', 'heroes'),
  togetherFilm: moving('来吧，大家一起来！ · 宣传片', 'togetherFilm'),
  songAtHome: sung('在家能做啥', 'songAtHome', 'coverAtHome'),
  songTogether: sung('来吧，大家一起来！', 'songTogether', 'coverTogether'),
  songHope: sung('让爱点燃希望', 'songHope', 'coverHope'),
  busNotice: {
    title: '乘车提示',
    kind: 'notice',
    text: '乘车请全程佩戴口罩\n主动配合测量体温\n前门上车 后门下车 分散就座',
    style: { color: '#083a6b', background: '#e8f4ff', weight: 700 },
    seconds: 10,
    quotaClass: 'government',
  },
  wearMask: still('出门戴口罩', 'wearMask'),
  atHome: still('在家能做啥', 'atHome'),
  sevenSteps: still('七步洗手法', 'sevenSteps'),
  warmthFilm: moving('志愿送暖 共同战疫', 'warmthFilm'),
  lobbyNotice: {
    title: '楼宇通告',
    kind: 'notice',
    text: '进入本楼\n请戴口罩\n测量体温\n扫码登记\n电梯限乘四人',
    style: { color: '#ffffff', background: '#0d6f66', weight: 700 },
    seconds: 10,
    quotaClass: 'government',
  },
  hold: {
    title: '标语 · 守望相助',
    kind: 'slogan',
    text: '守望相助\n共渡难关',
    style: { color: '#fff1cc', background: '#b3161b', weight: 900 },
    seconds: 10,
    ...publicService,
  },
  urgent: {
    title: '紧急通告 · 演练用',
    kind: 'notice',
    text: '紧急通告：今晚 20 时起临时交通管制，请市民留意绕行。',
    style: { color: '#ffffff', background: '#c80000', weight: 900 },
    seconds: 15,
    quotaClass: 'government',
  },
} satisfies Record<string, DemoContent>

type ContentName = keyof typeof contents

export type DemoPlaylist = { title: string; entries: ContentName[] }

export const playlists = {
  square: { title: '广场大屏 · 日间', entries: ['together', 'nightFilm', 'love', 'ticker'] },
  squareEvening: { title: '广场大屏 · 晚间', entries: ['nightFilm', 'together', 'ticker', 'love'] },
  crossing: {
    title: '路口小屏',
    entries: ['smallMask', 'signsFilm', 'smallWash', 'smallApart', 'smallSlogan', 'smallAir'],
  },
  bus: {
    title: '公交电视 · 日常',
    entries: ['unity', 'togetherFilm', 'threeHabits', 'songAtHome', 'heroes', 'songHope'],
  },
  busRush: {
    title: '公交电视 · 早晚高峰',
    entries: ['busNotice', 'togetherFilm', 'threeHabits', 'songTogether'],
  },
  lobby: { title: '楼宇竖屏 · 日常', entries: ['wearMask', 'warmthFilm', 'sevenSteps', 'lobbyNotice'] },
  lobbyWeekend: { title: '楼宇竖屏 · 周末居家', entries: ['atHome', 'warmthFilm', 'sevenSteps'] },
  filler: { title: '垫片 · 守望相助', entries: ['hold'] },
  urgent: { title: '紧急插播 · 演练用', entries: ['urgent'] },
} satisfies Record<string, DemoPlaylist>

type PlaylistName = keyof typeof playlists
type GroupName = 'outdoor' | 'mobile' | 'building'

export const groups: Record<GroupName, string> = {
  outdoor: '户外大屏',
  mobile: '公交移动电视',
  building: '楼宇电视',
}

export type DemoDisplay = {
  name: string
  channel: 'led' | 'bus' | 'building'
  /** Key of a display profile that ships. */
  preset: string
  group: GroupName
  venue: string
  tags: string[]
  quietHours?: { from: string; to: string }[]
}

export const displays: Record<DisplayName, DemoDisplay> = {
  square: {
    name: '人民广场条形大屏',
    channel: 'led',
    preset: 'led-1920x360',
    group: 'outdoor',
    venue: '人民广场东侧',
    tags: ['大屏', '主干道'],
  },
  crossing: {
    name: '滨江路口小屏',
    channel: 'led',
    preset: 'led-384x256',
    group: 'outdoor',
    venue: '滨江路与中山路口',
    tags: ['小屏'],
  },
  bus: {
    name: '16 路公交车载电视',
    channel: 'bus',
    preset: 'bus-1280x720',
    group: 'mobile',
    venue: '云A·16028',
    tags: ['有声'],
    quietHours: [{ from: '22:00', to: '06:00' }],
  },
  lobby: {
    name: '政务大厅电梯竖屏',
    channel: 'building',
    preset: 'building-1080x1920',
    group: 'building',
    venue: '区政务服务中心一楼',
    tags: ['竖屏'],
  },
}

type Daypart = { days?: string[]; from: string; to: string }

export type DemoSchedule = {
  title: string
  playlist: PlaylistName
  display?: DisplayName
  priority?: number
  level?: 'normal' | 'emergency'
  dayparts?: Daypart[]
  enabled?: boolean
}

const workingDays = ['mo', 'tu', 'we', 'th', 'fr']

/** Every hour of every day has something: by a schedule, else by the display's filler. */
export const schedules: DemoSchedule[] = [
  { title: '广场大屏 · 全天', playlist: 'square', display: 'square' },
  {
    title: '广场大屏 · 晚间',
    playlist: 'squareEvening',
    display: 'square',
    priority: 10,
    dayparts: [{ from: '18:00', to: '22:00' }],
  },
  { title: '路口小屏 · 全天', playlist: 'crossing', display: 'crossing' },
  { title: '公交电视 · 全天', playlist: 'bus', display: 'bus' },
  {
    title: '公交电视 · 工作日早晚高峰',
    playlist: 'busRush',
    display: 'bus',
    priority: 10,
    dayparts: [
      { days: workingDays, from: '07:00', to: '09:00' },
      { days: workingDays, from: '17:00', to: '19:00' },
    ],
  },
  { title: '楼宇竖屏 · 全天', playlist: 'lobby', display: 'lobby' },
  {
    title: '楼宇竖屏 · 周末居家',
    playlist: 'lobbyWeekend',
    display: 'lobby',
    priority: 10,
    dayparts: [{ days: ['sa', 'su'], from: '08:00', to: '22:00' }],
  },
  { title: '紧急插播 · 演练（启用即全部终端播出）', playlist: 'urgent', level: 'emergency', enabled: false },
]

export type DemoAccount = {
  email: string
  password: string
  name: string
  role: 'administrator' | 'editor' | 'operator' | 'viewer'
}

const password = 'xuanbo-demo-2020'

/** One account of each role. The demo is for one's own machine: its passwords are no secret. */
export const accounts: Record<'administrator' | 'editor' | 'operator' | 'viewer', DemoAccount> = {
  administrator: { email: 'admin@demo.xuanbo.cn', password, name: '周主任', role: 'administrator' },
  editor: { email: 'editor@demo.xuanbo.cn', password, name: '李采编', role: 'editor' },
  operator: { email: 'operator@demo.xuanbo.cn', password, name: '王运维', role: 'operator' },
  viewer: { email: 'viewer@demo.xuanbo.cn', password, name: '陈领导', role: 'viewer' },
}

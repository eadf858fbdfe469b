import type { DocumentFacts, Facts, VideoFacts } from './facts'
import { rateFor } from './shape'

/** A kind of screen, as its display profile says. */
export type AdvisedScreen = {
  title: string
  /** Of the picture as seen: after the profile's rotation. */
  width: number
  height: number
  audio: boolean
  /** Loudness that films and songs are evened to; null: they stay as loud as they are. */
  lufs: number | null
}

/** What is known of the piece beside the file. */
export type AdvisedChoice = {
  /** Of a document, from 1. */
  page?: number | null
  /** How high its smallest characters are, in the picture's own pixels, where somebody measured. */
  characterPixels?: number | null
  trimBlack?: boolean | null
  /** `cover` cuts off what does not fit. */
  fit?: 'contain' | 'cover' | null
}

/** What each piece of advice is about, and the values that its text names. Decibels and LU are the same size. */
type AdviceValues = {
  /** `used`: per cent of the screen that the whole picture covers. */
  'portrait-on-landscape': { used: number }
  'landscape-on-portrait': { used: number }
  'wide-bars': { used: number }
  /** Per cent of the picture that is cut off. */
  cropped: { lost: number }
  enlarged: { times: number }
  'text-too-small': { pixels: number }
  'text-smallish': { pixels: number }
  'page-text-too-small': { pixels: number; points: number }
  'fine-detail-lost': { times: number }
  'turned-down': { lufs: number; target: number; decibels: number }
  'turned-up': { lufs: number; target: number; decibels: number }
  'sound-lost': Record<never, never>
  'song-unheard': Record<never, never>
  'no-sound': Record<never, never>
  'silent-track': Record<never, never>
  'silent-head': { seconds: number }
  'silent-tail': { seconds: number }
  'black-head': { seconds: number }
  'black-tail': { seconds: number }
  'rate-uneven': { to: number }
  'rate-odd': { from: number; to: number }
  'hdr-converted': Record<never, never>
  'print-colours': Record<never, never>
  'long-film': { seconds: number }
  pages: { pages: number }
  'place-removed': Record<never, never>
  'ai-label-found': Record<never, never>
  'ai-label-none': Record<never, never>
}

export type AdviceCode = keyof AdviceValues

/** `screens`: titles of those that it is about; empty where it holds for all. */
export type Advice = {
  [Code in AdviceCode]: {
    code: Code
    severity: 'warn' | 'info'
    values: AdviceValues[Code]
    screens: string[]
  }
}[AdviceCode]

/** Of the screen's area; below this bars are what one sees first. */
const LITTLE_USED = 0.6
/** A picture enlarged by more looks blurred from where one stands. */
const BLURRED = 1.5
/** Least height of a Chinese character on a screen, and the one preferred, in pixels. */
const LEGIBLE = 16
const PREFERRED = 24
/** 五号: the usual body type of office documents. */
const BODY_POINTS = 10.5
/** A screen with fewer pixels across its shorter side than this is an LED wall that one sees the dots of. */
const COARSE = 400
const REDUCED = 2.5
const UNHEARD_LU = 1
const MUCH_LU = 10
const NOTABLE_BLACK_SECONDS = 0.5
const NOTABLE_SILENCE_SECONDS = 3
/** In a loop of posters of ten seconds, everybody waits for it. */
const LONG_SECONDS = 180

/** What an editor may want to know of a file before it goes on air on these screens: warnings first, each thing told once. */
export function adviceOn(facts: Facts, screens: AdvisedScreen[], choice: AdvisedChoice = {}): Advice[] {
  const onScreens = screens.flatMap((screen) => [
    ...shapeAdvice(facts, screen, choice),
    ...soundAdvice(facts, screen),
  ])
  const all = [...merged(onScreens), ...fileAdvice(facts, choice)]
  return [
    ...all.filter(({ severity }) => severity === 'warn'),
    ...all.filter((one) => one.severity === 'info'),
  ]
}

function shapeAdvice(facts: Facts, screen: AdvisedScreen, choice: AdvisedChoice): Advice[] {
  if (facts.kind === 'audio') return []
  const page = facts.kind === 'document' ? pageOf(facts, choice.page) : null
  const { width, height } = page ?? (facts as { width: number; height: number })
  const cover = choice.fit === 'cover'
  const [across, down] = [screen.width / width, screen.height / height]
  const scale = cover ? Math.max(across, down) : Math.min(across, down)
  const used = Math.min(across, down) / Math.max(across, down)
  const told: Advice[] = []
  const tell = teller(told, [screen.title])

  const percent = Math.max(1, Math.round(used * 100))
  if (used < LITTLE_USED && cover) tell('warn', 'cropped', { lost: 100 - percent })
  else if (used < LITTLE_USED) tell('warn', barsCode({ width, height }, screen), { used: percent })
  const drawn = page !== null || (facts.kind === 'image' && facts.format === 'svg')
  if (!drawn && scale > BLURRED) tell('warn', 'enlarged', { times: round(scale) })

  const coarse = Math.min(screen.width, screen.height) < COARSE
  if (page) {
    const pixels = round(BODY_POINTS * scale)
    if (pixels < LEGIBLE) tell('warn', 'page-text-too-small', { pixels, points: BODY_POINTS })
  } else if (choice.characterPixels) {
    const pixels = round(choice.characterPixels * scale)
    if (pixels < LEGIBLE) tell('warn', 'text-too-small', { pixels })
    else if (pixels < PREFERRED) tell('info', 'text-smallish', { pixels })
  } else if (coarse && scale < 1 / REDUCED) tell('warn', 'fine-detail-lost', { times: round(1 / scale) })
  return told
}

function barsCode(picture: { width: number; height: number }, screen: AdvisedScreen) {
  const [upright, screenUpright] = [picture.height > picture.width, screen.height > screen.width]
  if (upright === screenUpright) return 'wide-bars' as const
  return upright ? ('portrait-on-landscape' as const) : ('landscape-on-portrait' as const)
}

/** The size of a page; of the first where there is no such page. */
function pageOf({ pages }: DocumentFacts, page: number | null | undefined) {
  return pages[(page ?? 1) - 1] ?? pages[0] ?? { width: 1, height: 1 }
}

function soundAdvice(facts: Facts, screen: AdvisedScreen): Advice[] {
  if (facts.kind === 'image' || facts.kind === 'document') return []
  const told: Advice[] = []
  const tell = teller(told, [screen.title])
  const silent = facts.audioCodec === null || facts.analysis?.silent === true
  if (silent) {
    if (screen.audio) tell('info', 'no-sound', {})
    return told
  }
  if (!screen.audio) {
    if (facts.kind === 'audio') tell('warn', 'song-unheard', {})
    else tell('info', 'sound-lost', {})
    return told
  }
  const lufs = facts.analysis?.lufs ?? null
  if (lufs === null || screen.lufs === null) return told
  const change = screen.lufs - lufs
  if (Math.abs(change) <= UNHEARD_LU) return told
  const values = { lufs, target: screen.lufs, decibels: Math.round(Math.abs(change)) }
  tell(Math.abs(change) >= MUCH_LU ? 'warn' : 'info', change < 0 ? 'turned-down' : 'turned-up', values)
  return told
}

function fileAdvice(facts: Facts, choice: AdvisedChoice): Advice[] {
  const told: Advice[] = []
  const tell = teller(told, [])
  if (facts.kind === 'video') filmAdvice(facts, choice, tell)
  if (facts.kind === 'video' || facts.kind === 'audio') {
    const { silent = false, silentHead = 0, silentTail = 0 } = facts.analysis ?? {}
    if (silent) tell('warn', 'silent-track', {})
    else {
      if (silentHead >= NOTABLE_SILENCE_SECONDS) tell('info', 'silent-head', { seconds: round(silentHead) })
      if (silentTail >= NOTABLE_SILENCE_SECONDS) tell('info', 'silent-tail', { seconds: round(silentTail) })
    }
  }
  if (facts.kind === 'image' && facts.space === 'cmyk') tell('warn', 'print-colours', {})
  if (facts.kind === 'document') {
    if (facts.pages.length > 1) tell('info', 'pages', { pages: facts.pages.length })
  } else if (facts.traces?.place) tell('info', 'place-removed', {})
  tell('info', facts.aigc === undefined ? 'ai-label-none' : 'ai-label-found', {})
  return told
}

function filmAdvice(facts: VideoFacts, { trimBlack }: AdvisedChoice, tell: Tell) {
  const { blackHead = 0, blackTail = 0 } = facts.analysis ?? {}
  if (!trimBlack && blackHead >= NOTABLE_BLACK_SECONDS)
    tell('warn', 'black-head', { seconds: round(blackHead) })
  if (!trimBlack && blackTail >= NOTABLE_BLACK_SECONDS)
    tell('warn', 'black-tail', { seconds: round(blackTail) })
  if (facts.seconds > LONG_SECONDS) tell('info', 'long-film', { seconds: Math.round(facts.seconds) })

  const from = round(facts.frameRate, 2)
  const to = round(rateFor(facts.frameRate).perSecond, 2)
  if (facts.constantRate === false) tell('info', 'rate-uneven', { to })
  else if (Math.abs(from - to) > 0.01) tell('info', 'rate-odd', { from, to })
  if (facts.colour?.hdr) tell('info', 'hdr-converted', {})
}

type Tell = <Code extends AdviceCode>(
  severity: Advice['severity'],
  code: Code,
  values: AdviceValues[Code],
) => void

function teller(told: Advice[], screens: string[]): Tell {
  return (severity, code, values) => told.push({ code, severity, values, screens } as Advice)
}

/** What is the same on several screens is said once, of all of them. */
function merged(all: Advice[]): Advice[] {
  const byMeaning = new Map<string, Advice>()
  for (const one of all) {
    const key = JSON.stringify([one.code, one.severity, one.values])
    const same = byMeaning.get(key)
    byMeaning.set(key, same ? { ...same, screens: [...same.screens, ...one.screens] } : one)
  }
  return [...byMeaning.values()]
}

function round(value: number, digits = 1) {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

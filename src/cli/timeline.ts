import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { explain, type Fault, formatExplanation, outlineOf, parseProblem, printTimeline } from '../schedule'
import { readInstant } from '../schedule/texts'

const USAGE = `usage: npm run -s timeline -- [--plays | --explain <instant>] [--lines] <problem.json | ->

  problem.json         a problem as docs/scheduling.md describes it; - reads standard input
  --plays              print every single play too
  --explain <instant>  say what plays at an instant (RFC 3339), and for each schedule why or why not
  --lines              one problem a line in, one timeline (or explanation) or {"errors":[...]} a line out`

type Options = { plays: boolean; lines: boolean; explainAt: string | null; source: string }

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main(process.argv.slice(2))

/** Gives the exit code: 0, or 2 where the problem, the file or the arguments are at fault. */
async function main(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const options = readOptions(args)
  if (!options) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  try {
    return options.lines ? await resolveLines(options) : await resolveOne(options)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    process.stderr.write(`${options.source}: cannot be read: ${error.message}\n`)
    return 2
  }
}

function readOptions(args: string[]): Options | null {
  const options = { plays: false, lines: false, explainAt: null as string | null }
  const sources: string[] = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] as string
    if (arg === '--plays') options.plays = true
    else if (arg === '--lines') options.lines = true
    else if (arg === '--explain') {
      i += 1
      options.explainAt = args[i] ?? ''
    } else if (arg.startsWith('-') && arg !== '-') return null
    else sources.push(arg)
  }
  const [source] = sources
  if (source === undefined || sources.length > 1) return null
  return { ...options, source }
}

async function resolveOne({ source, plays, explainAt }: Options): Promise<number> {
  const json = source === '-' ? await text(process.stdin) : await readFile(source, 'utf8')
  const result = answer(json, { plays, explainAt, indent: 2 })
  if ('errors' in result) {
    for (const { pointer, message } of result.errors)
      process.stderr.write(`${oneLine(`${pointer}: ${message}`)}\n`)
    return 2
  }
  await print(result.pieces)
  return 0
}

async function resolveLines({ source, plays, explainAt }: Options): Promise<number> {
  const input = source === '-' ? process.stdin : createReadStream(source)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const result = answer(line, { plays, explainAt, indent: 0 })
    await print('errors' in result ? [JSON.stringify(result)] : result.pieces)
  }
  return 0
}

/** Writes no faster than the reader reads, so that no more than a piece is held. */
async function print(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!process.stdout.write(piece)) await new Promise((done) => process.stdout.once('drain', done))
  }
  process.stdout.write('\n')
}

type Asked = { plays: boolean; explainAt: string | null; indent: number }

function answer(
  json: string,
  { plays, explainAt, indent }: Asked,
): { pieces: Iterable<string> } | { errors: Fault[] } {
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch (error) {
    return { errors: [fault('', 'bad-json', `Not JSON: ${(error as Error).message}`)] }
  }
  const parsed = parseProblem(input)
  if (!parsed.ok) return { errors: parsed.faults }
  const { problem } = parsed
  if (explainAt === null) return { pieces: printTimeline(outlineOf(problem), { plays, indent }) }
  const at = readInstant(explainAt)
  if (at === null || at < problem.from || at >= problem.to) {
    return {
      errors: [
        fault('', 'bad-instant', `--explain ${explainAt} is not an instant within the problem's range.`),
      ],
    }
  }
  const explanation = formatExplanation(explain(problem, at), problem.display.timezone)
  return { pieces: [JSON.stringify(explanation, null, indent)] }
}

function fault(pointer: string, code: string, message: string): Fault {
  return { pointer, code, message }
}

/** A fault is one line, whatever the names and values that it quotes. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

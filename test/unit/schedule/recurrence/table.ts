/** A rule, its DTSTART, and the dates that it picks: all of them, or the first of them where it goes on. */
export type Fact = { rule: string; start: string; dates: string[]; goesOn: boolean }

/** A fact of a public suite from which the contract departs, with the dates of the suite and why ours are others. */
export type Difference = Fact & { theirs: string[]; why: string }

/**
 * Reads a line a fact: `rule | DTSTART | dates`. A date without a year is in the year of the one before it, `..` goes
 * through every day between two, and `…` at the end says that more dates follow.
 */
export function facts(table: string): Fact[] {
  return linesOf(table).map((line) => {
    const [rule = '', start = '', dates = ''] = cellsOf(line)
    return { rule, start, dates: spelledOut(dates), goesOn: dates.endsWith('…') }
  })
}

/** Reads `rule | DTSTART | our dates | their dates`, under a line `# why` that goes for all until the next. */
export function differences(table: string): Difference[] {
  let why = ''
  return linesOf(table).flatMap((line) => {
    if (line.startsWith('#')) {
      why = line.slice(1).trim()
      return []
    }
    const [rule = '', start = '', dates = '', theirs = ''] = cellsOf(line)
    const goesOn = dates.endsWith('…')
    return [{ rule, start, dates: spelledOut(dates), theirs: spelledOut(theirs), goesOn, why }]
  })
}

/** The day before which an expansion that should give just these dates may end. */
export function endOf({ start, dates, goesOn }: Fact): string {
  const last = dates.at(-1) ?? start
  const days = goesOn ? 1 : 4000
  return new Date(Math.min(Date.parse(last) + days * 86_400_000, Date.UTC(9999, 11, 31)))
    .toISOString()
    .slice(0, 10)
}

function spelledOut(dates: string): string[] {
  let year = ''
  const whole = (date: string) => {
    if (date.length > 5) year = date.slice(0, 4)
    return date.length > 5 ? date : `${year}-${date}`
  }
  return dates
    .split(' ')
    .filter((word) => word !== '' && word !== '…')
    .flatMap((word) => {
      const [first = '', last] = word.split('..').map(whole)
      const all = [first]
      while (last && (all.at(-1) as string) < last) {
        all.push(new Date(Date.parse(all.at(-1) as string) + 86_400_000).toISOString().slice(0, 10))
      }
      return all
    })
}

function linesOf(table: string): string[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function cellsOf(line: string): string[] {
  return line.split('|').map((cell) => cell.trim())
}

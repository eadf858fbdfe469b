import { expect, it } from 'vitest'
import { type CalendarDraft, calendarFaults } from '../../../../../src/cms/globals/working-calendar/faults'
import { publishedDays } from '../../../../../src/cms/workingCalendar'

const off = { kind: 'dayoff' as const }
const work = { kind: 'workday' as const }

it.each<[string, CalendarDraft, [path: string, code: string][]]>([
  ['nothing', {}, []],
  ['a range and a day', { corrections: [{ from: '2027-10-01', to: '2027-10-07', ...off }] }, []],
  [
    'rows that say the same twice',
    {
      corrections: [
        { from: '2027-10-01', to: '2027-10-07', ...off },
        { from: '2027-10-03', ...off },
      ],
    },
    [],
  ],
  [
    'dates that do not exist',
    { corrections: [{ from: '2027-02-29', to: 'later', ...off }] },
    [
      ['corrections.0.from', 'bad-date'],
      ['corrections.0.to', 'bad-date'],
    ],
  ],
  [
    'an end before the start',
    { corrections: [{ from: '2027-10-07', to: '2027-10-01', ...off }] },
    [['corrections.0.to', 'correction-end-before-start']],
  ],
  [
    'more than a year',
    { corrections: [{ from: '2027-10-07', to: '2037-10-01', ...off }] },
    [['corrections.0.to', 'correction-too-long']],
  ],
  [
    'rows that contradict each other',
    {
      corrections: [
        { from: '2027-10-01', to: '2027-10-07', ...off },
        { from: '2027-10-03', ...work },
      ],
    },
    [['corrections.1.from', 'correction-contradicts']],
  ],
  ['a year that is published', { enteredYears: [2026] }, []],
  ['a year that is entered', { corrections: [{ from: '2050-10-01', ...off }], enteredYears: [2050] }, []],
  ['a year of which nothing is entered', { enteredYears: [2050] }, [['enteredYears', 'year-without-days']]],
  ['no year', { enteredYears: [27] }, [['enteredYears', 'year-invalid']]],
])('finds in %s', (_what, draft, faults) => {
  expect(calendarFaults(draft, publishedDays()).map(({ path, code }) => [path, code])).toEqual(faults)
})

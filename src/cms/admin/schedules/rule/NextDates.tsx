'use client'
import { weekdayOf } from '../../../../schedule/day'
import { readDate } from '../../../../schedule/texts'
import type { Text } from '../../../i18n/text'
import { useSay } from '../../useSay'
import { weekdayChips } from './kindOptions'
import { readRule } from './readRule'
import { timesOfDay } from './timesOfDay'
import type { Answer, Marks } from './useOccurrences'
import type { When } from './useWhen'

/** The next occurrences, by date: weekday, times, and what the working calendar says of the date. */
export function NextDates({ when, answer, marks }: { when: When; answer: Answer; marks: Marks }) {
  const { say } = useSay()
  const { occurrences, ended, timezone, unknownYears } = answer
  if (occurrences.length === 0) return <p className="xb-warning">{say(neverText(when))}</p>
  const dates = [...new Set(occurrences.map(({ date }) => date))]
  return (
    <>
      <h4 className="xb-outlook__title">
        {ended
          ? say({
              zh: `今后十年内还有 ${occurrences.length} 次播出`,
              en: `${occurrences.length} more within ten years`,
            })
          : say({ zh: `接下来 ${occurrences.length} 次播出`, en: `The next ${occurrences.length}` })}
        {!when.timezone && (
          <small>
            {say({
              zh: `按 ${timezone} 时间，各终端以本机时区为准`,
              en: `in ${timezone}; each display goes by its own zone`,
            })}
          </small>
        )}
      </h4>
      <ol className="xb-outlook__dates">
        {dates.map((date) => {
          const spans = occurrences.filter((one) => one.date === date)
          return (
            <li key={date}>
              <time dateTime={date}>{date}</time>{' '}
              <span className="xb-outlook__weekday">{say(weekdayText(date))}</span>{' '}
              <span className="xb-outlook__times">
                {spans.map((span) => say(timesOfDay(span))).join(say({ zh: '、', en: ', ' }))}
              </span>
              <Mark mark={marks.of(date)} />
              {unknownYears.includes(Number(date.slice(0, 4))) && (
                <small className="xb-badge xb-badge--late">
                  {say({ zh: '日历未公布', en: 'calendar unknown' })}
                </small>
              )}
            </li>
          )
        })}
      </ol>
      {unknownYears.length > 0 && <p className="xb-warning">{say(unknownText(unknownYears))}</p>}
    </>
  )
}

function Mark({ mark }: { mark: ReturnType<Marks['of']> }) {
  const { say } = useSay()
  if (!mark) return null
  return mark === 'holiday' ? (
    <small className="xb-badge xb-badge--rejected">{say({ zh: '节假日', en: 'holiday' })}</small>
  ) : (
    <small className="xb-badge xb-badge--in-review">{say({ zh: '调休上班', en: 'make-up workday' })}</small>
  )
}

function weekdayText(date: string): Text {
  return weekdayChips[weekdayOf(readDate(date) ?? 0)]?.label ?? { zh: '', en: '' }
}

function unknownText(years: number[]): Text {
  return {
    zh: `${years.join('、')} 年的节假日安排尚未公布，暂按周一至周五为工作日推算；公布后请再核对。`,
    en: `The calendar of ${years.join(', ')} is not published yet: until it is, Monday to Friday count as workdays. Look again then.`,
  }
}

/** Why there is nothing, as far as the fields show. */
function neverText(when: When): Text {
  if (readRule(when.rrule).kind === 'dates') {
    return (when.rdates ?? []).length === 0
      ? { zh: '不会播出：还没有选日期。', en: 'Never: no date is picked yet.' }
      : {
          zh: '不会再播出：选的日期都已过去，或被除外、不在起止时间内。',
          en: 'Never: the dates picked are past, left out, or outside start and end.',
        }
  }
  if (when.end) {
    return {
      zh: '不会再播出：到“结束”为止，没有（剩下的）播出日期。',
      en: 'Never: no date is left before the end.',
    }
  }
  return { zh: '不会播出：今后十年里没有符合条件的日期。', en: 'Never: no date of the next ten years fits.' }
}

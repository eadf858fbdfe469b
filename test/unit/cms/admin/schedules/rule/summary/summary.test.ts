import { describe, expect, it } from 'vitest'
import type { WhenFields } from '../../../../../../../src/cms/admin/schedules/rule/summary/facts'
import { summary } from '../../../../../../../src/cms/admin/schedules/rule/summary/summary'

describe('summary', () => {
  // A Thursday.
  const start = '2026-10-01T00:00'

  it.each([
    ['FREQ=DAILY', '每天', 'Every day'],
    ['FREQ=DAILY;INTERVAL=2', '每两天', 'Every 2 days'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', '每天（限周一至周五）', 'Every day if it is Monday to Friday'],
    ['FREQ=DAILY;BYMONTH=1,2', '每天（限 1 月、2 月）', 'Every day (in January and February only)'],
    [
      'FREQ=DAILY;BYMONTH=1;BYDAY=MO;BYMONTHDAY=1,2,3',
      '每天（限 1 月且逢 1 日至 3 日且逢周一）',
      'Every day if it is the 1st to the 3rd and a Monday (in January only)',
    ],
    ['FREQ=WEEKLY', '每周四', 'Every week on Thursday'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '每周一、周三', 'Every week on Monday and Wednesday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', '每两周的周一、周三', 'Every 2 weeks on Monday and Wednesday'],
    [
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;COUNT=10',
      '每 3 周的周一至周五，共 10 天',
      'Every 3 weeks on Monday to Friday, 10 dates in all',
    ],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', '每周一至周日', 'Every week on Monday to Sunday'],
    [
      'FREQ=WEEKLY;BYMONTH=7,8;BYDAY=SA',
      '每周六（限 7 月、8 月）',
      'Every week on Saturday (in July and August only)',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=1',
      '每周一至周三中的第一天',
      'Every week on the first day among Monday to Wednesday',
    ],
    ['FREQ=MONTHLY', '每月 1 日', 'Every month on the 1st'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', '每月 1 日、15 日', 'Every month on the 1st and the 15th'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '每月最后一天', 'Every month on the last day'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,-1', '每月 1 日、最后一天', 'Every month on the 1st and the last day'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-2,-1,-3',
      '每月倒数第三天至最后一天',
      'Every month on the third-to-last day to the last day',
    ],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1', '每两个月的 1 日', 'Every 2 months on the 1st'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU', '每 3 个月的第二个周二', 'Every 3 months on the second Tuesday'],
    ['FREQ=MONTHLY;BYDAY=2TU', '每月第二个周二', 'Every month on the second Tuesday'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '每月最后一个周五', 'Every month on the last Friday'],
    [
      'FREQ=MONTHLY;BYDAY=1MO,3MO',
      '每月第一个周一、第三个周一',
      'Every month on the first Monday and the third Monday',
    ],
    ['FREQ=MONTHLY;BYDAY=MO', '每月每个周一', 'Every month on every Monday'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '每月的周一至周五中的最后一天',
      'Every month on the last day among Monday to Friday',
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1',
      '每月的周一至周五中的第一天、最后一天',
      'Every month on the first and last day among Monday to Friday',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
      '每月 13 日且逢周五',
      'Every month on the 13th if it is a Friday',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=TU',
      '每月 8 日至 14 日且逢周二',
      'Every month on the 8th to the 14th if it is a Tuesday',
    ],
    [
      'FREQ=MONTHLY;BYMONTH=3,9;BYDAY=1SA',
      '每月第一个周六（限 3 月、9 月）',
      'Every month on the first Saturday (in March and September only)',
    ],
    ['FREQ=YEARLY', '每年 10 月 1 日', 'Every year on 1 October'],
    ['FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1', '每年 10 月 1 日', 'Every year on 1 October'],
    ['FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1,2,3', '每年 10 月 1 日至 3 日', 'Every year on 1 to 3 October'],
    [
      'FREQ=YEARLY;BYMONTH=5,10;BYMONTHDAY=1',
      '每年 5 月、10 月的 1 日',
      'Every year on the 1st of May and October',
    ],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '每年 2 月的最后一天', 'Every year on the last day of February'],
    [
      'FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=-1',
      '每年 5 月、11 月的最后一天',
      'Every year on the last day of May and November',
    ],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=2SU', '每年 5 月的第二个周日', 'Every year on the second Sunday of May'],
    [
      'FREQ=YEARLY;BYMONTH=5,6;BYDAY=2SU',
      '每年 5 月、6 月的第二个周日',
      'Every year on the second Sunday of May and June',
    ],
    ['FREQ=YEARLY;BYDAY=20MO', '每年第 20 个周一', 'Every year on the 20th Monday of the year'],
    ['FREQ=YEARLY;BYDAY=MO', '每年每个周一', 'Every year on every Monday'],
    ['FREQ=YEARLY;BYMONTHDAY=1', '每年每个月的 1 日', 'Every year on the 1st of every month'],
    [
      'FREQ=YEARLY;BYYEARDAY=100,-1',
      '每年第 100 天、最后一天',
      'Every year on the 100th day and the last day of the year',
    ],
    [
      'FREQ=YEARLY;BYYEARDAY=1,100,200',
      '每年第一天、第 100 天、第 200 天',
      'Every year on the 1st day, the 100th day and the 200th day of the year',
    ],
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=3', '每两年的 3 月 1 日', 'Every 2 years on 1 March'],
    [
      'FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      '每年 11 月 2 日至 8 日且逢周二',
      'Every year on 2 to 8 November if it is a Tuesday',
    ],
    [
      'FREQ=YEARLY;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '每年 1 月的周一至周五中的倒数第二天',
      'Every year on the second-to-last day among Monday to Friday of January',
    ],
    [
      'FREQ=YEARLY;BYYEARDAY=1;BYDAY=MO',
      '每年第一天且逢周一',
      'Every year on the 1st day of the year if it is a Monday',
    ],
    ['FREQ=DAILY;UNTIL=20261231', '每天，到 2026-12-31 为止', 'Every day, until 31 December 2026'],
  ])('says %s', (rrule, zh, en) => {
    const all = { rrule, start }
    expect(summary(all, 'zh')?.replace('从 2026-10-01 起，', '').replace('播出，全天', '')).toBe(zh)
    expect(summary(all, 'en')?.replace(', all day, from 1 October 2026', '')).toBe(en)
  })

  it.each<[WhenFields, string, string]>([
    [{}, '每天播出，全天', 'Every day, all day'],
    [
      { dayparts: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], from: '07:00', to: '09:00' }] },
      '每周一至周五播出，07:00–09:00',
      'Every Monday to Friday, 07:00–09:00',
    ],
    [
      {
        dayparts: [
          { days: ['sa'], from: '08:00', to: '12:00' },
          { days: ['su'], from: '09:00', to: '12:00' },
        ],
      },
      '每周播出，周六 08:00–12:00；周日 09:00–12:00',
      'Every week, Saturday 08:00–12:00; Sunday 09:00–12:00',
    ],
    [
      {
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE',
        start,
        dayTypes: ['workday'],
        dayparts: [{ from: '07:00', to: '09:00' }],
      },
      '从 2026-10-01 起，每两周的周一、周三播出，07:00–09:00，法定节假日除外',
      'Every 2 weeks on Monday and Wednesday, 07:00–09:00, from 1 October 2026, on working days only',
    ],
    [
      {
        dayTypes: ['workday'],
        dayparts: [
          { from: '22:00', to: '02:00' },
          { from: '12:00', to: '13:00', days: [] },
          { days: ['sa', 'su'], from: '10:00', to: '24:00' },
          { from: '', to: null },
        ],
        end: '2026-12-01T00:00',
      },
      '每个工作日（含调休上班）播出，22:00–次日 02:00、12:00–13:00；周六、周日 10:00–24:00，到 2026-11-30 为止',
      'Every working day, 22:00–02:00 the next day and 12:00–13:00; Saturday and Sunday 10:00–24:00, until 30 November 2026',
    ],
    [
      { dayTypes: ['dayoff'], start: '2026-10-01T07:30', end: '2026-12-01T12:00' },
      '从 2026-10-01 07:30 起，每个休息日（周末和节假日）播出，全天，到 2026-12-01 12:00 为止',
      'Every day off, all day, from 07:30 on 1 October 2026, until 12:00 on 1 December 2026',
    ],
    [{ dayTypes: ['workday', 'dayoff'] }, '每天播出，全天', 'Every day, all day'],
    [
      { rrule: 'FREQ=DAILY;UNTIL=20261231', start, end: '2027-03-01T00:00', dayTypes: ['workday'] },
      '从 2026-10-01 起，每个工作日（含调休上班）播出，全天，到 2026-12-31 为止',
      'Every working day, all day, from 1 October 2026, until 31 December 2026',
    ],
    [
      { rrule: 'FREQ=DAILY;UNTIL=20261231', start, end: '2026-11-01T00:00' },
      '从 2026-10-01 起，每天播出，全天，到 2026-10-31 为止',
      'Every day, all day, from 1 October 2026, until 31 October 2026',
    ],
    [
      {
        rrule: 'FREQ=DAILY;UNTIL=19700101',
        start,
        rdates: ['2026-10-08', '2026-10-01', '2026-10-02'],
        exdates: ['2026-10-02'],
      },
      '2026-10-01、2026-10-08 播出，全天',
      'On 1 October 2026 and 8 October 2026, all day',
    ],
    [
      {
        rrule: 'FREQ=DAILY;UNTIL=19700101',
        start,
        rdates: ['2026-10-08', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-06'],
        dayTypes: ['workday'],
      },
      '2026-10-02 至 2026-10-08 间的 5 个指定日期播出，全天，只在工作日（含调休上班）',
      'On 5 dates between 2 October 2026 and 8 October 2026, all day, on working days only',
    ],
    [
      { rrule: 'FREQ=DAILY;UNTIL=19700101', start },
      '还没有指定日期，不会播出',
      'No date is picked yet: it never plays',
    ],
    [
      {
        rrule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=10',
        start,
        exdates: ['2026-10-05', '2026-10-07'],
        rdates: ['2026-10-06'],
        dayTypes: ['dayoff'],
      },
      '从 2026-10-01 起，每周六播出，全天，共 10 天（除外的不另补），只在休息日（周末和节假日），2026-10-05、2026-10-07 除外，另加 2026-10-06',
      'Every week on Saturday, all day, from 1 October 2026, 10 dates in all, those left out included, on days off only, except 5 October 2026 and 7 October 2026, and also on 6 October 2026',
    ],
  ])('says the whole of %j', (fields, zh, en) => {
    expect([summary(fields, 'zh'), summary(fields, 'en')]).toEqual([zh, en])
  })

  it.each(['FREQ=BAD', 'FREQ=HOURLY', 'INTERVAL=2', 'FREQ=DAILY;COUNT='])('has no words for %s', (rrule) => {
    expect(summary({ rrule, start }, 'zh')).toBeNull()
  })
})

import { expect, it } from 'vitest'
import { coreFaults } from '../../../../src/cms/faults/coreFaults'
import { faultText } from '../../../../src/cms/faults/fault'

const fault = (pointer: string, code: string) => ({ pointer: `/schedules/0${pointer}`, code, message: 'why' })

it.each([
  ['a field', fault('/timezone', 'bad-timezone'), 'timezone', 'bad-timezone'],
  ['a field of a row', fault('/dayparts/2/from', 'bad-time'), 'dayparts.2.from', 'bad-time'],
  ['an item of a list that is one field', fault('/exdates/3', 'bad-date'), 'exdates', 'bad-date'],
  ['an item of a list in a row', fault('/dayparts/1/days/0', 'bad-value'), 'dayparts.1.days', 'bad-value'],
  ['a number out of range', fault('/playsPerHour', 'bad-value'), 'playsPerHour', 'booking-out-of-range'],
  ['a code that has no words yet', fault('/start', 'brand-new'), 'start', 'bad-value'],
])('finds %s in the form', (_, given, path, code) => {
  expect(coreFaults([given], '/schedules/0')).toMatchObject([{ path, code }])
})

it('says the same thing of a field once', () => {
  const faults = [fault('/exdates/0', 'bad-date'), fault('/exdates/1', 'bad-date')]
  expect(coreFaults(faults, '/schedules/0')).toHaveLength(1)
})

it('repeats in Chinese no more of the English than the part of the rule', () => {
  const message = 'BYDAY: "XX" is not a weekday.'
  const [found] = coreFaults([{ ...fault('/rrule', 'bad-rule'), message }], '/schedules/0')
  expect(found && faultText(found, 'zh')).toBe('重复规则写法有误（BYDAY），例如 FREQ=WEEKLY;BYDAY=MO,WE')
  expect(found && faultText(found, 'en')).toContain(message)
})

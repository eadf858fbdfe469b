import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName } from '../../../src/cms/collections/media/uploadName'

describe('cleanName', () => {
  it.each([
    ['出门戴口罩（定稿）.jpg', '出门戴口罩（定稿）.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\片子\\志愿送暖.mp4', '志愿送暖.mp4'],
    ['gpj.\u202eexe.mp4', 'gpj.exe.mp4'],
    ['a\0b.png', 'ab.png'],
    ['100%?#.png', '100.png'],
    ['😷戴口罩👨‍👩‍👧.png', '😷戴口罩👨👩👧.png'],
    ['\u200f\u202dabc\u2066.jpg', 'abc.jpg'],
    ['CON.mp4', '_CON.mp4'],
    ['nul', '_nul'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['conference.mp4', 'conference.mp4'],
    ['片头.mp4 ', '片头.mp4'],
    ['~/.ssh/authorized_keys', 'authorized_keys'],
    ['\ud800半个.png', '半个.png'],
    ['...', 'file'],
    ['', 'file'],
  ])('%j becomes %j', (given, name) => expect(cleanName(given)).toBe(name))

  it('keeps the extension of a very long name', () => {
    const name = cleanName(`${'宣'.repeat(300)}.jpeg`)
    expect([...name].length).toBe(180)
    expect(name.endsWith('宣.jpeg')).toBe(true)
  })

  it('is harmless whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanName(given)
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|^$/u)
        expect(encodeURIComponent(name)).toBeTruthy()
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { judgeSvg } from '../../../src/media/svg'

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`

describe('judgeSvg', () => {
  it.each([
    [
      'shapes and Chinese text',
      svg('<g fill="#c00"><path d="M0 0"/><text font-size="20">众志成城</text></g>'),
    ],
    [
      'gradients used by reference',
      svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use xlink:href="#a"/>'),
    ],
    ['a picture written into it', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    ['a style sheet', svg('<style>.a{fill:#fff;filter:url(#b)}</style>')],
    [
      'notes of Inkscape',
      svg('<i:namedview xmlns:i="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/>'),
    ],
    ['an XML declaration', `<?xml version="1.0" encoding="UTF-8"?>${svg('')}`],
  ])('accepts %s', (_, text) => expect(judgeSvg(text)).toEqual({ ok: true }))

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script in another prefix', svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>')],
    ['an XHTML script', svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>')],
    ['foreign content', svg('<foreignObject><div xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>')],
    ['an event handler', svg('', 'onload="alert(1)"')],
    ['an event handler in capitals', svg('<g ONCLICK="x()"/>')],
    ['a link that runs', svg('<use href="javascript:alert(1)"/>')],
    ['a link that runs, written in character references', svg('<use href="&#106;avascript:alert(1)"/>')],
    ['an outside picture', svg('<image xlink:href="http://example.com/a.png"/>')],
    ['a file of the server', svg('<image href="file:///etc/passwd"/>')],
    ['an SVG in an image', svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
    ['an outside paint', svg('<rect fill="url(http://example.com/#a)"/>')],
    ['an import', svg('<style>@import "http://example.com/a.css";</style>')],
    ['an outside style url', svg("<style>.a{background:url('//example.com/a')}</style>")],
    ['a style in CSS escapes', svg('<style>.a{background:\\75rl(//example.com)}</style>')],
    ['an animation that sets a link', svg('<a><set attributeName="href" to="javascript:x"/></a>')],
    ['a link element', svg('<a href="#b"/>')],
    ['a doctype with entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
    ['a style sheet instruction', `<?xml-stylesheet href="http://example.com/a.css"?>${svg('')}`],
    ['something else in XML', '<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>'],
  ])('refuses %s', (_, text) => expect(judgeSvg(text)).toMatchObject({ ok: false, code: 'media-svg-unsafe' }))

  it.each([
    ['an end that is missing', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
    ['an entity that nobody declared', svg('&nbsp;')],
    ['two roots', `${svg('')}<svg xmlns="http://www.w3.org/2000/svg"/>`],
  ])('finds damage: %s', (_, text) =>
    expect(judgeSvg(text)).toMatchObject({ ok: false, code: 'media-damaged' }),
  )
})

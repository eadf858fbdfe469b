/** A PDF of pages without text, each red above and white below; `locked` asks for a password that nobody knows. */
export function aPdf({
  pages = 1,
  width = 595,
  height = 842,
  rotate = 0,
  locked = false,
  info = '',
} = {}): Buffer {
  const draw = `1 0 0 rg 0 ${height / 2} ${width} ${height / 2} re f`
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    `<</Length ${draw.length}>>stream\n${draw}\nendstream`,
    `<</Producer(test)${info}>>`,
    ...Array.from(
      { length: pages },
      () => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Contents 3 0 R>>`,
    ),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const key = 'A'.repeat(64)
  const lock = `/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>/ID[<${key}><${key}>]`
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R/Info 4 0 R${locked ? lock : ''}>>`
  return Buffer.from(`${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}

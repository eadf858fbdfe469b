import sax, { type QualifiedTag } from 'sax'

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'

/** Elements that draw and nothing else: no script, no foreign content, no animation (it can rewrite links), no fetching of its own. */
const drawing = new Set(
  `svg g defs symbol use title desc metadata style switch view path rect circle ellipse line polyline polygon text tspan textPath
   linearGradient radialGradient stop pattern clipPath mask marker image filter feBlend feColorMatrix feComponentTransfer
   feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
   feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
   feTurbulence`.split(/\s+/),
)

/** Inert notes of drawing programs. */
const notes = new Set([
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.inkscape.org/namespaces/inkscape',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
])

/** Only the five entities of XML itself: its types do not know that option. */
const parserOptions = { xmlns: true, position: false, strictEntities: true }

export type SvgVerdict =
  | { ok: true }
  | { ok: false; code: 'media-damaged' | 'media-svg-unsafe'; detail: string }

/**
 * Judges an SVG text: only what is known to be harmless passes. Doctype and entities, scripts, event handlers, links that
 * leave the file and unknown elements are unsafe; XML that does not parse is damaged.
 */
export function judgeSvg(text: string): SvgVerdict {
  const parser = sax.parser(true, parserOptions)
  let depth = 0
  let hasRoot = false
  let styles = ''
  let inStyle = false

  parser.ondoctype = () => refuse('media-svg-unsafe', 'doctype')
  parser.onprocessinginstruction = ({ name }) => {
    if (name.toLowerCase() !== 'xml') refuse('media-svg-unsafe', `processing instruction ${name}`)
  }
  parser.onopentag = (node) => {
    const tag = node as QualifiedTag
    if (depth === 0 && hasRoot) refuse('media-damaged', 'a second root')
    const fault = faultOf(tag, depth === 0)
    if (fault) refuse('media-svg-unsafe', fault)
    hasRoot = true
    depth += 1
    inStyle = tag.local === 'style'
  }
  parser.onclosetag = () => {
    depth -= 1
    inStyle = false
  }
  parser.ontext = parser.oncdata = (part) => {
    if (inStyle) styles += part
  }
  parser.onerror = (error) => refuse('media-damaged', error.message)

  // A refusal ends the parse by throwing; whatever else is thrown is a defect.
  try {
    parser.write(text).close()
    if (reachesOut(styles)) refuse('media-svg-unsafe', 'style')
    return { ok: true }
  } catch (error) {
    if (error instanceof Refusal) return error.verdict
    throw error
  }
}

type BadVerdict = Extract<SvgVerdict, { ok: false }>

class Refusal extends Error {
  readonly verdict: BadVerdict

  constructor(verdict: BadVerdict) {
    super(verdict.code)
    this.verdict = verdict
  }
}

function refuse(code: BadVerdict['code'], detail: string): never {
  throw new Refusal({ ok: false, code, detail })
}

function faultOf(tag: QualifiedTag, isRoot: boolean) {
  if (isRoot && (tag.local !== 'svg' || tag.uri !== SVG)) return 'not an SVG'
  if (!notes.has(tag.uri) && (tag.uri !== SVG || !drawing.has(tag.local))) return `element ${tag.name}`
  for (const { local, uri, prefix, value } of Object.values(tag.attributes)) {
    if (prefix === 'xmlns' || local === 'xmlns') continue
    if (/^on/i.test(local)) return `event handler ${local}`
    const isLink = local.toLowerCase() === 'href' && (uri === '' || uri === XLINK)
    if (isLink && !staysInside(value)) return `reference ${value.slice(0, 60)}`
    if (reachesOut(value)) return `attribute ${local}`
  }
  return null
}

/** A part of this file, or a raster image written into it. */
function staysInside(link: string) {
  return /^\s*(#|data:image\/(png|jpeg|webp|gif);base64,)/i.test(link)
}

/** CSS that fetches. Escapes are refused: they could hide it, and no drawing program writes them. */
function reachesOut(css: string) {
  if (/@import|javascript:|expression\s*\(/i.test(css)) return true
  if (/\\[0-9a-f]/i.test(css)) return true
  const urls = css.matchAll(/url\(\s*['"]?\s*([^'")]*)/gi)
  return [...urls].some(([, target = '']) => !staysInside(target))
}

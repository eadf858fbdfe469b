import { virus } from '../motifs/things'
import { at, circle, line, linear, path, rect, svg } from '../svg'
import { text } from '../text'

const size = { width: 1080, height: 1920 }

/** 出门戴口罩: a face that fills the lobby screen. */
export function wearMask(): string {
  const germs = [
    [140, 760, 0.7],
    [930, 700, 0.95],
    [960, 1250, 0.55],
    [110, 1240, 0.9],
    [860, 420, 0.4],
  ]
  const words = [
    text('出门', { x: 540, y: 250, size: 128, weight: 700, fill: '#0d4f4a', anchor: 'middle', spacing: 0.3 }),
    text('戴口罩', {
      x: 540,
      y: 520,
      size: 290,
      weight: 900,
      fill: '#ffffff',
      anchor: 'middle',
      spacing: 0.02,
      outline: { color: '#0d4f4a', width: 14 },
    }),
  ]
  const rules = ['遮住口鼻', '压实鼻夹', '四小时一换']
  const chips = rules.map((rule, index) => {
    const x = 70 + index * 320
    return (
      rect(x, 1620, 300, 100, '#ffffff', 'rx="50"') +
      text(rule, { x: x + 150, y: 1688, size: 50, weight: 700, fill: '#0d6f66', anchor: 'middle' })
    )
  })
  const foot = text('守护自己  也守护身边的人', {
    x: 540,
    y: 1832,
    size: 60,
    weight: 700,
    fill: '#ffffff',
    anchor: 'middle',
    spacing: 0.06,
  })
  const defs = `<defs>${linear('sea', ['#9fe6d3', '#3fbfae', '#0f8a80'])}</defs>`
  return svg(
    size,
    defs,
    rect(0, 0, 1080, 1920, 'url(#sea)'),
    circle(540, 1080, 500, '#ffffff', 'opacity="0.22"'),
    circle(540, 1080, 420, '#ffffff', 'opacity="0.3"'),
    ...germs.map(([x = 0, y = 0, scale = 1]) => at(x, y, scale, virus('#0f8a80', '#0b6a63'))),
    face(),
    ...words,
    rect(0, 1560, 1080, 360, '#0d6f66'),
    ...chips,
    foot,
  )
}

function face() {
  const shoulders = path('M170 1560C190 1420 330 1380 450 1370H630C750 1380 890 1420 910 1560Z', '#f2b53c')
  const collar = path('M430 1370L540 1470L650 1370L620 1350H460Z', '#fff4dc')
  const neck = rect(462, 1250, 156, 150, '#e9b58e', 'rx="50"')
  const ears = circle(300, 1050, 52, '#efbf99') + circle(780, 1050, 52, '#efbf99')
  const head = path(
    'M310 980C310 760 770 760 770 980C780 1190 690 1330 540 1330C390 1330 300 1190 310 980Z',
    '#f8cfa9',
  )
  const hair = path(
    'M290 1010C250 700 440 640 560 650C760 660 830 800 790 1010C770 930 740 880 690 850C560 880 420 870 380 850C330 890 305 940 290 1010Z',
    '#3a2b2a',
  )
  const eyes =
    circle(430, 1000, 20, '#33231f') +
    circle(650, 1000, 20, '#33231f') +
    circle(437, 993, 6, '#ffffff') +
    circle(657, 993, 6, '#ffffff')
  const brows = line('M384 940C410 922 450 922 476 940M604 940C630 922 670 922 696 940', '#3a2b2a', 13)
  const cheeks =
    circle(384, 1060, 30, '#f2a58a', 'opacity="0.6"') + circle(696, 1060, 30, '#f2a58a', 'opacity="0.6"')
  const ties = line(
    'M338 1090C300 1080 300 1050 296 1046M742 1090C780 1080 780 1050 784 1046M360 1230C320 1200 306 1120 300 1086M720 1230C760 1200 774 1120 780 1086',
    '#d7e3ef',
    11,
  )
  const cloth = path(
    'M334 1084C440 1040 640 1040 746 1084C752 1180 724 1266 680 1296C600 1340 480 1340 400 1296C356 1266 328 1180 334 1084Z',
    '#ffffff',
  )
  const pleats = line(
    'M348 1140C470 1166 610 1166 732 1140M356 1196C470 1226 610 1226 724 1196M384 1250C480 1278 600 1278 696 1250',
    '#c4d6e6',
    8,
  )
  return [shoulders, neck, collar, ears, head, hair, eyes, brows, cheeks, ties, cloth, pleats].join('')
}

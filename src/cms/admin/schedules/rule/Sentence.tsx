'use client'
/** A summary, in which no date is broken over two lines. */
export function Sentence({ text }: { text: string }) {
  const parts = text.split(/(\d{4}-\d\d-\d\d)/)
  // Every second part is a date.
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a date may stand there twice, and parts keep their places
      <span key={index} className="xb-sentence__date">
        {part}
      </span>
    ),
  )
}

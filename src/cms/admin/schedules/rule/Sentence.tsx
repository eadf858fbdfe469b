'use client'
const dateOrTimes = /(\d{4}-\d\d-\d\d|\d\d:\d\d(?::\d\d)?–\d\d:\d\d(?::\d\d)?)/

/** A summary, in which no date and no times from–to are broken over two lines. */
export function Sentence({ text }: { text: string }) {
  const parts = text.split(dateOrTimes)
  // Every second part is one of those.
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same may stand there twice, and parts keep their places
      <span key={index} className="xb-sentence__whole">
        {part}
      </span>
    ),
  )
}

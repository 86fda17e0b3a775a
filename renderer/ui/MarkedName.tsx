import { markedParts } from './marked-parts.ts'

/** A name that is cut where there is no room, with what was searched for underlined. */
export function MarkedName({ name, words }: { name: string; words: readonly string[] }) {
  return (
    <span className="ellipsis grows-in-row">
      {words.length === 0
        ? name
        : markedParts(name, words).map(({ text, isMatch }, index) =>
            isMatch ? <mark key={index}>{text}</mark> : text,
          )}
    </span>
  )
}

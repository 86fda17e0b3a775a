import { use, useEffect, useRef } from 'react'
import type { TextRange } from '../../electron/common/json-member-range.ts'
import { visible } from '../../electron/common/visible.ts'
import { Sought } from '../ui/sought.ts'

/** Bytes as they are, with what is evidence or was searched for marked; the first mark is brought into sight. */
export function MarkedBytes({ text, marks: evidence }: { text: string; marks: readonly TextRange[] }) {
  const sought = use(Sought)
  const marks = [...evidence, ...sought(text)]
  const first = useRef<HTMLElement>(null)
  const at = marks.flat().join(' ')
  useEffect(() => {
    if (at !== '') first.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <pre className="bytes">
      {partsOf(text, marks).map(({ part, isMarked }, index) =>
        isMarked ? (
          <mark key={index} ref={index < 2 ? first : null} className="evidence">
            {visible(part)}
          </mark>
        ) : (
          visible(part)
        ),
      )}
    </pre>
  )
}

/** The text in parts, each marked or not; marks that overlap are one. */
function partsOf(text: string, marks: readonly TextRange[]): { part: string; isMarked: boolean }[] {
  const parts: { part: string; isMarked: boolean }[] = []
  let end = 0
  for (const [from, to] of marks.toSorted(([one], [other]) => one - other)) {
    const start = Math.max(from, end)
    if (start >= to) continue
    parts.push({ part: text.slice(end, start), isMarked: false }, { part: text.slice(start, to), isMarked: true })
    end = to
  }
  return [...parts, { part: text.slice(end), isMarked: false }]
}

import { useEffect, useMemo, useState } from 'react'
import { indentedParts } from '../../electron/common/indent-json.ts'
import { asItCame, indented, isJson, type ShownText } from './indented.ts'

/** A text shorter than this is indented at once. */
const atOnce = 300_000
/** What is indented of a longer one before the window may do something else. */
const partSize = 300_000

/** The text to show; of a long one null until it is indented, which happens part by part. */
export function useShownText(source: string, isExact: boolean): ShownText | null {
  const isLong = !isExact && source.length > atOnce
  const short = useMemo(
    () => (isLong ? null : isExact ? asItCame(source) : indented(source)),
    [source, isExact, isLong],
  )
  const [long, setLong] = useState<{ of: string; shown: ShownText } | null>(null)
  useEffect(
    () => (isLong ? indentSlowly(source, (shown) => setLong({ of: source, shown })) : undefined),
    [source, isLong],
  )
  return short ?? (long?.of === source ? long.shown : null)
}

/** Returns what stops it. */
function indentSlowly(source: string, done: (shown: ShownText) => void): () => void {
  const finished: string[] = []
  let parts: Generator<string> | null = null
  const step = (): void => {
    if (parts === null) {
      if (!isJson(source)) return done({ text: source, isJson: false })
      parts = indentedParts(source, partSize)
    }
    const next = parts.next()
    if (next.done === true) return done({ text: finished.join(''), isJson: true })
    finished.push(next.value)
    timer = setTimeout(step)
  }
  let timer = setTimeout(step)
  return () => clearTimeout(timer)
}

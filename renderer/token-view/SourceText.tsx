import { useMemo } from 'react'
import { FoldedText } from './FoldedText.tsx'
import { prettyJson } from '../../electron/common/pretty-json.ts'

/** Larger than this nobody reads it with the eye; indenting it would keep the window busy. */
const maxPretty = 500_000

/** A JSON value as it was sent: arrays and objects indented, long text folded. `width` is how many characters a line takes. */
export function SourceText({ source, what, width }: { source: string; what: string; width: number }) {
  const text = useMemo(
    () => (/^[{[]/.test(source) && source.length <= maxPretty ? prettyJson(source, width) : source),
    [source, width],
  )
  return <FoldedText text={text} what={what} />
}

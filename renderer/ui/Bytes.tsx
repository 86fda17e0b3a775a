import { visible } from '../../electron/common/visible.ts'

/** Text as it is, for reading: monospace, wrapped, everything hidden made visible, never markup. */
export function Bytes({ text }: { text: string }) {
  return <pre className="bytes">{visible(text)}</pre>
}

import { useMemo } from 'react'
import { visible } from '../../electron/common/visible.ts'
import { listedIn } from './listed.ts'
import { SourceText } from './SourceText.tsx'

/** More are shown as text, folded. */
const maxChips = 60
/** Scopes longer than this have no end in sight and are no scopes. */
const maxChipLength = 120
/** Characters that fit beside name and meaning in a narrow window. */
const lineWidth = 36

/** The value of a claim as it was sent: scopes one by one, arrays and objects indented, long text folded. */
export function ClaimValue({ name, source }: { name: string; source: string }) {
  const what = `value of ${visible(name.slice(0, 60))}`
  const listed = useMemo(() => {
    const items = source.length < maxChips * maxChipLength ? listedIn(name, source) : null
    return items !== null && items.length <= maxChips && items.every((item) => item.length <= maxChipLength)
      ? items
      : null
  }, [name, source])
  if (listed === null) {
    return (
      <div className={hasWords(source) ? undefined : 'no-words'}>
        <SourceText source={source} what={what} width={lineWidth} />
      </div>
    )
  }
  return (
    <ul className="chips" aria-label={what}>
      {listed.map((item, index) => (
        <li key={index} className="scope-chip">
          {visible(item)}
        </li>
      ))}
    </ul>
  )
}

/** Text that is read, and not digits, keys or structure. */
function hasWords(source: string): boolean {
  return source.startsWith('"') && /\s/.test(source.slice(0, 200))
}

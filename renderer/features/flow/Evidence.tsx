import type { EvidenceLine } from '../../../electron/picture/picture.ts'
import { marked } from './marked.ts'

interface Props {
  evidence: readonly EvidenceLine[]
  onSelect: (rowId: string) => void
}

/** Where the verdict was seen; each line leads to its step. */
export function Evidence({ evidence, onSelect }: Props) {
  return (
    <dl className="flow-evidence" aria-label="Evidence">
      {evidence.map(({ place, text, mark, rowId }) => {
        const [before, decisive, after] = marked(text, mark)
        return (
          <div key={`${rowId} ${text}`}>
            <dt>
              <button type="button" className="flow-place" onClick={() => onSelect(rowId)}>
                {place}
              </button>
            </dt>
            <dd>
              <bdi className="ellipsis mono" title={text}>
                {before}
                {decisive === '' ? null : <mark>{decisive}</mark>}
                {after}
              </bdi>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

import { visible } from '../../../../../electron/common/visible.ts'
import { partsOf } from './url-parts.ts'

/** A text whose variables are marked. */
export function WithVariables({ text }: { text: string }) {
  return partsOf(text).map(({ text: part, isVariable, at }) =>
    isVariable ? (
      <span key={at} className="import-variable">
        {visible(part)}
      </span>
    ) : (
      visible(part)
    ),
  )
}

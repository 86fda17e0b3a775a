import type { Environment } from '../../../electron/contract/environment.ts'
import type { Change } from '../../../electron/wording/diagnosis/change.ts'
import { ChangeValues } from '../../diagnosis/ApplyChange.tsx'
import { fieldValue } from '../../diagnosis/with-field.ts'

/** What the button below would change, as a line of the evidence. */
export function FlowChange({ change, environment }: { change: Change; environment: Environment }) {
  const before = fieldValue(environment, change.field)
  return before === null ? null : (
    <div className="flow-change">
      <ChangeValues change={change} before={before} />
    </div>
  )
}

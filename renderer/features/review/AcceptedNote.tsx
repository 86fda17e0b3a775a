import type { MouseEvent } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import type { AcceptedFinding } from '../../../electron/contract/accepted-finding.ts'
import { useFindingAcceptance } from './use-finding-acceptance.ts'

interface Props {
  environmentId: string
  accepted: AcceptedFinding
  /** What it is of, for the name of the button. */
  of: string
}

/** Why something is accepted, since when, and the way back. */
export function AcceptedNote({ environmentId, accepted, of }: Props) {
  const { withdraw } = useFindingAcceptance(environmentId)
  const onWithdraw = (event: MouseEvent<HTMLElement>) => {
    // The button goes with the note.
    event.currentTarget.closest<HTMLElement>('[role=group]')?.focus()
    withdraw(accepted)
  }
  return (
    <div className="review-accepted">
      <p className="anywhere">
        <span>Accepted on {accepted.on}:</span> {visible(accepted.reason)}
      </p>
      <button type="button" className="link-button" aria-label={`Withdraw: ${of}`} onClick={onWithdraw}>
        Withdraw
      </button>
    </div>
  )
}

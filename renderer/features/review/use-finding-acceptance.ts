import type { AcceptedFinding } from '../../../electron/contract/accepted-finding.ts'
import type { ReviewCode } from '../../../electron/contract/review-codes.ts'
import { useAcceptFinding, useWithdrawAcceptance } from '../../queries/review.ts'
import { toastFailed } from '../../ui/toast.ts'
import { showUndo } from '../../ui/undo-notice.tsx'

/** What is accepted already of a code, or null. */
export interface ToAccept {
  code: ReviewCode
  before: AcceptedFinding | null
}

interface Acceptance {
  /** Accepts all of these for one reason, with undo. False where it was not done, which was said then. */
  accept: (findings: readonly ToAccept[], reason: string) => Promise<boolean>
  withdraw: (accepted: AcceptedFinding) => void
}

export function useFindingAcceptance(environmentId: string): Acceptance {
  const { mutateAsync: accept } = useAcceptFinding()
  const { mutateAsync: withdraw } = useWithdrawAcceptance()
  const restore = (code: string, before: AcceptedFinding | null) =>
    withdraw({ environmentId, code, restore: before }).catch((error: unknown) =>
      toastFailed('Not undone', messageOf(error)),
    )
  return {
    accept: async (findings, reason) => {
      try {
        for (const { code } of findings) {
          if ((await accept({ environmentId, code, reason })) === null) throw new Error(gone)
        }
      } catch (error) {
        toastFailed('Not accepted', messageOf(error))
        return false
      }
      const [first] = findings
      showUndo(`accepted-${environmentId}-${first?.code ?? ''}`, 'Accepted.', () => {
        for (const { code, before } of findings) void restore(code, before)
      })
      return true
    },
    withdraw: (accepted) => {
      const { code } = accepted
      withdraw({ environmentId, code, restore: null }).then(
        () => showUndo(`withdrawn-${environmentId}-${code}`, 'No longer accepted.', () => void restore(code, accepted)),
        (error: unknown) => toastFailed('Not withdrawn', messageOf(error)),
      )
    },
  }
}

const gone = 'This environment no longer exists.'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

import type { Practice } from '../../../electron/vocabulary/review.ts'
import { copyReview } from '../../queries/review.ts'
import { toastDone, toastFailed } from '../../ui/toast.ts'

/** Copies a practice, or all that is open, for whoever can change it. True where it is on the clipboard. */
export async function copyForOperator(environmentId: string, practice: Practice | null): Promise<boolean> {
  try {
    const isCopied = await copyReview({ environmentId, practice })
    if (isCopied) toastDone('Copied as Markdown. Secrets and tokens are masked.')
    else toastFailed('Not copied', 'This environment no longer exists.')
    return isCopied
  } catch (error) {
    toastFailed('Not copied', error instanceof Error ? error.message : String(error))
    return false
  }
}

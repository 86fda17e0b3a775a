import type { AllowOrigin } from './remedies.ts'
import { secretLabels } from '../../electron/contract/secret-labels.ts'

/** Which secret would go where, and where it was allowed to go so far. */
export function allowText({ secret, origin, boundTo, source }: AllowOrigin): { would: string; soFar: string } {
  const title = secretLabels[secret]
  const what = `${title.charAt(0).toLowerCase()}${title.slice(1)}`
  return {
    would: `The ${what} (${source}) would be used at ${origin}.`,
    soFar:
      boundTo.length === 0
        ? 'It was not allowed to go anywhere so far.'
        : `So far it is allowed to go to ${boundTo.join(', ')} only.`,
  }
}

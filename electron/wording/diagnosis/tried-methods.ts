import { visible } from '../../common/visible.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { TriedMethod } from '../../contract/tried-method.ts'
import { shortened } from '../findings/writer.ts'

export const tryLabel = (count: number): string =>
  count === 1 ? 'Try the other authentication method' : `Try the other ${count} authentication methods`

/** Said before anything is sent. */
export function tryWarning(methods: readonly AuthMethod[]): string {
  const attempts = methods.length === 1 ? '1 attempt is' : `Up to ${methods.length} attempts are`
  return `${attempts} made: ${methods.join(', ')}. It stops at the first that is accepted. Servers may lock a client after failed attempts. Nothing that is saved changes.`
}

export function triedText(tried: TriedMethod): string {
  switch (tried.kind) {
    case 'accepted':
      return 'Accepted'
    case 'refused': {
      const how = tried.status === null ? 'No answer' : `Refused with ${tried.status}`
      return tried.error === null ? how : `${how} ${visible(shortened(tried.error))}`
    }
    case 'not_sent':
      return 'Not sent: something is missing for it'
  }
}

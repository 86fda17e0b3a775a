import type { HeldToken } from '../../../electron/contract/token.ts'
import { Banner } from '../../ui/Banner.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { clockTime } from '../../ui/format.ts'
import { useNow } from '../../ui/use-now.ts'
import { IssuedActions } from './IssuedActions.tsx'

/** The token that an environment holds, in a line: what became of it, and what can be done with it. */
export function IssuedBanner({ token, isNewest }: { token: HeldToken; isNewest: boolean }) {
  const now = useNow()
  const { tone, title } = stateOf(token, isNewest, now)
  const acts = <IssuedActions environmentId={token.environmentId} />
  return <Banner tone={tone} title={title} reason={factsOf(token, now)} acts={acts} />
}

function stateOf({ revokedAt, lifetime: { expiresAt } }: HeldToken, isNewest: boolean, now: number) {
  if (revokedAt !== null) return { tone: 'err', title: 'Revoked' } as const
  if (expiresAt !== null && expiresAt <= now) return { tone: 'warn', title: 'Expired' } as const
  return { tone: 'ok', title: isNewest ? 'Issued' : 'Held' } as const
}

function factsOf({ token_type: type, expires_in: seconds, lifetime }: HeldToken, now: number): string {
  const kind = type === '' ? 'No token_type' : type
  const validFor = seconds === null ? 'no expires_in' : `expires_in ${seconds}`
  return visible(`${kind} · ${validFor} · issued ${clockTime(lifetime.issuedAt, now)}`)
}

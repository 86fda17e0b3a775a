import type { HeldToken } from '../../electron/contract/token.ts'
import { countdown } from './format.ts'
import { useNow } from './use-now.ts'

/** The token's state in a word, with the time that is left. */
export function TokenStatus({ token, refused = false }: { token: HeldToken | null; refused?: boolean }) {
  const now = useNow()
  if (refused) return <span style={{ color: 'var(--ccx-bad)' }}>refused</span>
  if (token === null) return <span style={{ color: 'var(--mantine-color-dimmed)' }}>no token</span>
  if (token.revokedAt !== null) return <span style={{ color: 'var(--ccx-bad)' }}>revoked</span>
  const { expiresAt } = token.lifetime
  if (expiresAt === null) return <span style={{ color: 'var(--ccx-warn)' }}>lifetime unknown</span>
  if (expiresAt <= now) return <span style={{ color: 'var(--ccx-warn)' }}>expired</span>
  return <span style={{ color: 'var(--ccx-good)' }}>valid {countdown(expiresAt - now)}</span>
}

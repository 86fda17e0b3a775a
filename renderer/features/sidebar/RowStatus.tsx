import { IconKey } from '@tabler/icons-react'
import { useLoadedParts } from '../../late.ts'
import { useIsRefused } from '../../queries/held-action.ts'
import { useLacksSecret } from '../../queries/missing-secrets.ts'
import { useToken } from '../../queries/tokens.ts'
import { TokenStatus } from '../../ui/TokenStatus.tsx'

/** The state of the token that an environment holds; without one, that it lacks the secret to request one. */
export function RowStatus({ environmentId }: { environmentId: string }) {
  const token = useToken(environmentId).data ?? null
  const isRefused = useIsRefused(environmentId, token)
  const isAfterFirstPicture = useLoadedParts() !== null
  const lacksSecret = useLacksSecret(environmentId, isAfterFirstPicture)
  if (token !== null || isRefused || !lacksSecret) return <TokenStatus token={token} refused={isRefused} brief />
  return (
    <span className="token-status">
      <IconKey size={14} stroke={1.6} aria-hidden />
      <span>no secret</span>
    </span>
  )
}

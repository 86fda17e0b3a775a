import { IconKey } from '@tabler/icons-react'
import { useLoadedParts } from '../../late.ts'
import { useRefusal } from '../../queries/api-refusals.ts'
import { useLacksSecret } from '../../queries/missing-secrets.ts'
import { useToken } from '../../queries/tokens.ts'
import { TokenStatus } from '../../ui/TokenStatus.tsx'

/** The state of the token that an environment holds; without one, that it lacks the secret to request one. */
export function RowStatus({ environmentId }: { environmentId: string }) {
  const token = useToken(environmentId).data ?? null
  const refusal = useRefusal(environmentId, token)
  const isAfterFirstPicture = useLoadedParts() !== null
  const lacksSecret = useLacksSecret(environmentId, isAfterFirstPicture)
  if (token !== null || refusal !== null || !lacksSecret) return <TokenStatus token={token} refusal={refusal} brief />
  return (
    <span className="token-status">
      <IconKey size={14} stroke={1.6} aria-hidden />
      <span>no secret</span>
    </span>
  )
}

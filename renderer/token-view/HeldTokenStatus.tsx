import { useRefusal } from '../queries/api-refusals.ts'
import { useToken } from '../queries/tokens.ts'
import { TokenStatus } from '../ui/TokenStatus.tsx'

/** The state of the token that an environment holds, or that its last request, or the token, was refused. It alone is drawn again each second. */
export function HeldTokenStatus({ environmentId }: { environmentId: string }) {
  const token = useToken(environmentId).data ?? null
  return <TokenStatus token={token} refusal={useRefusal(environmentId, token)} />
}

import { useIsRefused } from '../queries/held-action.ts'
import { useToken } from '../queries/tokens.ts'
import { TokenState } from '../ui/TokenState.tsx'

/** The state of the token that an environment holds, or that its last request was refused. It alone is drawn again each second. */
export function HeldTokenState({ environmentId }: { environmentId: string }) {
  const token = useToken(environmentId).data ?? null
  return <TokenState token={token} refused={useIsRefused(environmentId, token)} />
}

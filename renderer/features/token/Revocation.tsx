import { memo } from 'react'
import { useHeldAction } from '../../queries/held-action.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { RevocationAnswer } from './RevocationAnswer.tsx'

interface Props {
  environmentId: string
  /** Of the token that is held now; empty without one. */
  exchangeId: string
  isRevoked: boolean
}

/** The revocation of the token that is held: under way, or what came of it. */
export const Revocation = memo(function Revocation({ environmentId, exchangeId, isRevoked }: Props) {
  const revoke = useHeldAction('revokeToken', environmentId, exchangeId)
  if (revoke.pendingSince !== null)
    return <Waiting since={revoke.pendingSince} what="Revoking" progress={revoke.progress} onCancel={revoke.cancel} />
  if (exchangeId === '') return null
  return <RevocationAnswer revoke={revoke} environmentId={environmentId} isRevoked={isRevoked} />
})

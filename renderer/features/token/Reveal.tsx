import { useEffect, useState } from 'react'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { revealToken } from '../../queries/tokens.ts'
import { Bytes } from '../../ui/Bytes.tsx'

const revealedFor = 20_000

interface Revealed {
  /** The exchange of the token that was held when it was asked for. */
  of: string
  text: string
}

/** The token, masked until asked for, and masked again after 20 s, or when another one is held. */
export function Reveal({
  environmentId,
  exchangeId,
  masked,
}: Pick<HeldToken, 'environmentId' | 'exchangeId' | 'masked'>) {
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  const shown = revealed?.of === exchangeId ? revealed : null
  useEffect(() => {
    if (shown === null) return undefined
    const hide = () => setRevealed(null)
    const timer = setTimeout(hide, revealedFor)
    return () => {
      clearTimeout(timer)
      hide()
    }
  }, [shown])
  const reveal = () =>
    void revealToken(environmentId).then(
      (text) => (text === null ? undefined : setRevealed({ of: exchangeId, text })),
      () => {},
    )
  return (
    <div className="reveal">
      <Bytes text={shown?.text ?? masked} />
      <button type="button" className="link-button" onClick={() => (shown === null ? reveal() : setRevealed(null))}>
        {shown === null ? 'Reveal for 20 s' : 'Hide'}
      </button>
    </div>
  )
}

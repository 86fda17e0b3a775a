import type { HeldToken } from '../../../electron/contract/token.ts'
import { type TokenWord, tokenWords, tokenWordOf } from '../../ui/token-word.ts'

export const rowStates = [...tokenWords, 'no secret', 'unsaved'] as const
export type RowState = (typeof rowStates)[number]

interface Facts {
  token: HeldToken | null
  isRefused: boolean
  lacksSecret: boolean
  isUnsaved: boolean
}

/** By which states an environment is found. */
export function statesOf({ token, isRefused, lacksSecret, isUnsaved }: Facts, now: number): RowState[] {
  const word: TokenWord = tokenWordOf(token, isRefused, now)
  return [word, ...(lacksSecret ? ['no secret' as const] : []), ...(isUnsaved ? ['unsaved' as const] : [])]
}

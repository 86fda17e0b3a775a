import type { HeldToken } from '../../../electron/contract/token.ts'
import type { RowState } from '../../queries/environment-filter.ts'
import { type Refusal, type TokenWord, tokenWordOf } from '../../ui/token-word.ts'

interface Facts {
  token: HeldToken | null
  refusal: Refusal | null
  lacksSecret: boolean
  isUnsaved: boolean
}

/** By which states an environment is found. */
export function statesOf({ token, refusal, lacksSecret, isUnsaved }: Facts, now: number): RowState[] {
  const word: TokenWord = tokenWordOf(token, refusal, now)
  return [word, ...(lacksSecret ? ['no secret' as const] : []), ...(isUnsaved ? ['unsaved' as const] : [])]
}

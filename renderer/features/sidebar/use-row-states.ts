import { useSyncExternalStore } from 'react'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { useUnsavedKeys } from '../../queries/unsaved.ts'
import { useLackingSecrets } from '../../queries/missing-secrets.ts'
import { useTokensWhile } from '../../queries/tokens.ts'
import { isRefusedByApi } from '../../queries/api-refusals.ts'
import { isOfToken } from '../../queries/held-action.ts'
import { refusedTokens } from '../../state/refused-tokens.ts'
import { done } from '../../state/runs.ts'
import { type Filter, isFiltering, type RowState } from '../../queries/environment-filter.ts'
import { stateWords } from './filter.ts'
import { wordsOf } from '../../ui/marked-parts.ts'
import { statesOf } from './row-states.ts'

/** By which states each environment is found. Without a filter nothing is read, so that a token draws its own row alone. */
export function useRowStates(
  filter: Filter,
  environments: readonly EnvironmentSummary[],
): (environmentId: string) => readonly RowState[] {
  const isWanted = isFiltering(filter)
  const ids = environments.map(({ id }) => id)
  const tokens = new Map(useTokensWhile(isWanted).map((token) => [token.environmentId, token]))
  const unsaved = useUnsavedKeys(isWanted)
  const lacking = useLackingSecrets(asksForSecrets(filter) ? ids : null)
  useSyncExternalStore(refusedTokens.subscribe, () =>
    isWanted ? ids.map((id) => refusedTokens.get(id) ?? '').join('\n') : '',
  )
  const refused = useSyncExternalStore(done.requestToken.subscribe, () =>
    isWanted ? ids.filter(wasRefused).join('\n') : '',
  ).split('\n')
  return (id) => {
    const token = tokens.get(id) ?? null
    const last = done.requestToken.get(id)
    const isRefused = refused.includes(id) && last !== null && isOfToken(last, token)
    const refusal = isRefused ? 'request' : isRefusedByApi(refusedTokens.get(id), token) ? 'token' : null
    return statesOf({ token, refusal, lacksSecret: lacking.has(id), isUnsaved: unsaved.has(id) }, Date.now())
  }
}

const wasRefused = (id: string): boolean => done.requestToken.get(id)?.outcome?.kind === 'refused'

/** The secrets of all are looked up only for a filter that they can pass. */
const asksForSecrets = ({ text, state }: Filter): boolean =>
  state === 'no secret' || wordsOf(text).some((word) => word.length > 2 && stateWords('no secret').includes(word))

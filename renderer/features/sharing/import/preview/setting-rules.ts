import { authMethods } from '../../../../../electron/vocabulary/client-authentication.ts'
import {
  audienceRule,
  clientIdRule,
  foldScope,
  nameRule,
  scopeRule,
} from '../../../../../electron/vocabulary/environment-rules.ts'
import { oneOf } from '../../../../../electron/common/one-of.ts'
import { stages } from '../../../../../electron/vocabulary/stages.ts'
import { problemOf, problemUnlessEmpty } from '../../../../../electron/vocabulary/text-rule.ts'
import { httpUrlRule } from '../../../../../electron/vocabulary/url-rules.ts'
import type { EditedSettings } from '../../../../../electron/contract/import-edits.ts'

/** The settings that are typed. */
export type TypedField = 'name' | 'issuer' | 'token_endpoint' | 'client_id' | 'scope' | 'audience'
/** Those that are chosen. */
export type ChosenField = 'stage' | 'token_endpoint_auth_method'

/** What is wrong with what is typed, as a sentence; null when nothing is. */
export function settingProblem(field: TypedField, typed: string): string | null {
  switch (field) {
    case 'name':
      return problemOf(nameRule, typed)
    case 'issuer':
    case 'token_endpoint':
      return problemUnlessEmpty(httpUrlRule, typed.trim())
    case 'client_id':
      return problemOf(clientIdRule, typed)
    case 'scope':
      return problemOf(scopeRule, foldScope(typed))
    case 'audience':
      return problemOf(audienceRule, typed)
  }
}

/** A setting as it was chosen; null for what is none. */
export function choiceOf(field: ChosenField, text: string): EditedSettings | null {
  if (field === 'stage') {
    const stage = oneOf(stages, text)
    return stage === null ? null : { stage }
  }
  const method = oneOf(authMethods, text)
  return method === null ? null : { token_endpoint_auth_method: method }
}

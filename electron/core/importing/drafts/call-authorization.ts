import type { ApiHeader } from '../../../contract/api-call.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import { isPlaceholder } from '../../../common/client-settings/placeholder.ts'
import { basicPair, pairOf } from './basic.ts'
import type { DraftAuthorization, DraftCall } from './import-draft.ts'
import type { Take } from './call-secrets.ts'
import { variablesIn } from '../../../vocabulary/variables.ts'

export interface CallAuthorization {
  authorization: 'environment' | 'none'
  headers: readonly ApiHeader[]
  facts: readonly ImportFact[]
  /** Variables that held the token, which the environment has by itself. */
  tokens: readonly string[]
}

interface Surroundings {
  /** Whether the file has a client whose token it can be. */
  hasClient: boolean
  hasValue: (variable: string) => boolean
  take: Take
  takeBasic: (pair: string, place: string) => string
}

/** Whose token goes along with a call, and its headers without those that the app or a secret variable sends. */
export function callAuthorization(call: DraftCall, surroundings: Surroundings): CallAuthorization {
  const { authorization, headers } = call
  const isAuthorization = ({ name }: ApiHeader) => name.trim().toLowerCase() === 'authorization'
  const others = headers.filter((header) => !isAuthorization(header))
  const own = headers.filter(isAuthorization)
  const sent = own.findLast(({ enabled, value }) => enabled && value.trim() !== '')
  const token = sent === undefined ? null : tokenOf(sent.value, surroundings)
  const result = (environment: boolean, kept: readonly ApiHeader[], facts: readonly ImportFact[] = []) => ({
    authorization: environment ? ('environment' as const) : ('none' as const),
    headers: kept,
    facts,
    tokens: token?.variables ?? [],
  })
  switch (authorization.kind) {
    case 'client':
      return result(true, others)
    case 'basic': {
      const value = `Basic ${surroundings.takeBasic(pairOf(authorization), 'Authorization')}`
      return result(false, [...others, { name: 'Authorization', value, enabled: true }])
    }
    case 'none':
    case 'unsaid':
    case 'other': {
      const facts = authorization.kind === 'other' ? [authorization.fact] : []
      const isOfEnvironment = token !== null && !isOfOtherGrant(authorization)
      if (isOfEnvironment) return result(true, others, facts)
      return result(
        false,
        headers.map((header) => (isAuthorization(header) ? without(header, surroundings) : header)),
        facts,
      )
    }
  }
}

const isOfOtherGrant = (authorization: DraftAuthorization): boolean =>
  authorization.kind === 'other' && authorization.fact.code === 'other_grant'

const alone = /^(?:\{\{[A-Za-z0-9_.-]{1,100}\}\})+$/

/** The variables of a token that the environment requests by itself; null where it is a credential that the call has for itself. */
function tokenOf(value: string, { hasClient, hasValue }: Surroundings): { variables: string[] } | null {
  const [, scheme = '', token = ''] = /^(bearer|dpop)\s+(\S.*)$/i.exec(value.trim()) ?? []
  const variables = variablesIn(value)
  if (scheme === '') {
    const isToken =
      alone.test(value.trim()) && variables.every((name) => /token|bearer|jwt/i.test(name) && !hasValue(name))
    return isToken && hasClient ? { variables } : null
  }
  if (alone.test(token)) return hasClient || !variables.some(hasValue) ? { variables } : null
  return hasClient || isPlaceholder(token) ? { variables } : null
}

/** The header with its credentials in a secret variable. */
function without(header: ApiHeader, { take, takeBasic }: Surroundings): ApiHeader {
  const value = header.value.trim()
  const [, scheme = '', credentials = value] = /^([A-Za-z][\w-]{0,30})\s+(\S.*)$/.exec(value) ?? []
  if (credentials === '' || alone.test(credentials)) return header
  const pair = scheme.toLowerCase() === 'basic' ? basicPair([header]) : null
  const instead =
    pair?.includes('{{') === true
      ? takeBasic(pair, header.name)
      : isPlaceholder(credentials) && !credentials.includes('{{')
        ? null
        : take(
            credentials,
            { of: 'header', place: header.name, likely: false },
            scheme === '' ? 'authorization' : `${scheme}_credentials`,
          )
  return instead === null ? header : { ...header, value: scheme === '' ? instead : `${scheme} ${instead}` }
}

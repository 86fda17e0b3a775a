import { type Authentication, authorizedBy, otherAuthorization, otherGrant } from '../support/authentication.ts'
import type { BrunoAuth, BrunoLevel } from './bruno-collection.ts'
import type { BrunoTexts } from './bruno-texts.ts'

/** What counts for a request: its own, or what the nearest folder or the collection has. `levels` come from the outermost on. */
export function effectiveAuth(own: BrunoAuth | null, levels: readonly BrunoLevel[]): BrunoAuth | null {
  if (own?.mode !== 'inherit') return own
  return levels.findLast(({ auth }) => auth !== null && auth.mode !== 'none' && auth.mode !== 'inherit')?.auth ?? null
}

export const isClient = (auth: BrunoAuth | null): auth is BrunoAuth =>
  auth?.mode === 'oauth2' && auth.values.get('grant_type') === 'client_credentials'

/** What an authorization that is no client adds to a call. */
export function addedBy(auth: BrunoAuth | null, texts: BrunoTexts): Authentication {
  const said = (name: string): string => texts.ours(auth?.values.get(name) ?? '')
  switch (auth?.mode) {
    case undefined:
    case '':
    case 'none':
    case 'inherit':
      return authorizedBy({ kind: 'unsaid' })
    case 'bearer': {
      const token = said('token').trim()
      if (token === '') return authorizedBy({ kind: 'unsaid' })
      return {
        ...authorizedBy({ kind: 'unsaid' }),
        headers: [{ name: 'Authorization', value: `Bearer ${token}`, enabled: true }],
      }
    }
    case 'basic':
      return authorizedBy({ kind: 'basic', username: said('username'), password: said('password') })
    case 'apikey': {
      const pair = { name: said('key').trim(), value: said('value'), enabled: true }
      if (pair.name === '') return authorizedBy({ kind: 'unsaid' })
      const isInQuery = said('placement').startsWith('query')
      return { ...authorizedBy({ kind: 'unsaid' }), headers: isInQuery ? [] : [pair], query: isInQuery ? [pair] : [] }
    }
    case 'oauth2': {
      const grant = said('grant_type')
      return grant === '' ? authorizedBy(otherAuthorization('oauth2')) : authorizedBy(otherGrant(grant))
    }
    default:
      return authorizedBy(otherAuthorization(auth?.mode ?? ''))
  }
}

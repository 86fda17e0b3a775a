import type { ApiHeader, QueryParameter } from '../../../../contract/api-call.ts'
import type { ImportFact } from '../../../../contract/import-note.ts'
import type { DraftAuthorization } from '../../drafts/import-draft.ts'
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
export interface Added {
  authorization: DraftAuthorization
  headers: readonly ApiHeader[]
  query: readonly QueryParameter[]
}

const adds = (authorization: DraftAuthorization): Added => ({ authorization, headers: [], query: [] })
const other = (fact: ImportFact): Added => adds({ kind: 'other', fact })

export function addedBy(auth: BrunoAuth | null, texts: BrunoTexts): Added {
  const said = (name: string): string => texts.ours(auth?.values.get(name) ?? '')
  switch (auth?.mode) {
    case undefined:
    case '':
    case 'none':
    case 'inherit':
      return adds({ kind: 'unsaid' })
    case 'bearer': {
      const token = said('token').trim()
      if (token === '') return adds({ kind: 'unsaid' })
      return {
        ...adds({ kind: 'unsaid' }),
        headers: [{ name: 'Authorization', value: `Bearer ${token}`, enabled: true }],
      }
    }
    case 'basic':
      return adds({ kind: 'basic', username: said('username'), password: said('password') })
    case 'apikey': {
      const pair = { name: said('key').trim(), value: said('value'), enabled: true }
      if (pair.name === '') return adds({ kind: 'unsaid' })
      const isInQuery = said('placement').startsWith('query')
      return { ...adds({ kind: 'unsaid' }), headers: isInQuery ? [] : [pair], query: isInQuery ? [pair] : [] }
    }
    case 'oauth2': {
      const grant = said('grant_type')
      return grant === ''
        ? other({ code: 'other_authorization', evidence: { type: 'OAuth 2.0' } })
        : other({ code: 'other_grant', evidence: { grant } })
    }
    default:
      return other({ code: 'other_authorization', evidence: { type: names.get(auth?.mode ?? '') ?? auth?.mode ?? '' } })
  }
}

const names = new Map([
  ['digest', 'Digest'],
  ['ntlm', 'NTLM'],
  ['awsv4', 'AWS4-HMAC-SHA256'],
  ['wsse', 'WSSE'],
  ['oauth1', 'OAuth 1.0'],
  ['akamai-edgegrid', 'EG1-HMAC-SHA256'],
])

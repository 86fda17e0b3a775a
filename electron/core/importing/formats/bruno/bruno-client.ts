import type { SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import { isCredential, isSecretName } from '../../../../common/client-settings/placeholder.ts'
import type { TypedSecrets } from '../../../../contract/secret.ts'
import type { DraftClient } from '../../drafts/import-draft.ts'
import type { BrunoAuth, BrunoNote, BrunoProxy } from './bruno-collection.ts'
import { type BrunoTexts, ourPair } from './bruno-texts.ts'

export interface ReadClient {
  client: DraftClient
  /** By which texts name its token: `{{$oauth2.ID.access_token}}`. */
  id: string
  notes: readonly BrunoNote[]
}

/** A block of OAuth 2.0 with the grant client_credentials. */
export function readClient(auth: BrunoAuth, texts: BrunoTexts, proxy: BrunoProxy | null): ReadClient {
  const said = (name: string): string => texts.ours(auth.values.get(name) ?? '').trim()
  const secret = texts.ours(auth.values.get('client_secret') ?? '')
  const sent = auth.parameters
    .filter(({ of, enabled, name }) => of === 'token' && enabled && name !== '')
    .map((parameter) => Object.assign(ourPair(texts, parameter), { in: parameter.in }))
  const isKept = ({ name, value }: { name: string; value: string }) => !isSecretName(name) && !isCredential(value)
  const kept = sent.filter(isKept)
  const inBody = kept.filter((parameter) => parameter.in === 'body')
  const ofBody = (name: string) => inBody.filter((parameter) => parameter.name === name).map(({ value }) => value)
  const [audience] = ofBody('audience')
  const resource = ofBody('resource')
  const parameters = inBody
    .filter(
      ({ name }, index) => name !== 'resource' && inBody.findIndex((other) => other.name === 'audience') !== index,
    )
    .map(({ name, value }) => ({ name, value }))
  const headers = kept.filter((parameter) => parameter.in === 'header').map(({ name, value }) => ({ name, value }))
  const id = auth.values.get('credentials_id') ?? ''
  const settings: SettingsFields = {
    token_endpoint: withQuery(
      said('access_token_url'),
      kept.filter((parameter) => parameter.in === 'query'),
    ),
    client_id: texts.ours(auth.values.get('client_id') ?? ''),
    scope: said('scope'),
    // Without a placement Bruno writes both into the body, and Basic credentials as they are.
    ...(said('credentials_placement') === 'basic_auth_header'
      ? { token_endpoint_auth_method: 'client_secret_basic', basicEncoding: 'raw' }
      : { token_endpoint_auth_method: secret === '' ? 'none' : 'client_secret_post' }),
    ...(audience === undefined ? {} : { audience }),
    ...(resource.length > 0 ? { resource } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(headers.length > 0 ? { headers } : {}),
    ...(proxy === null
      ? {}
      : {
          proxy: {
            mode: 'explicit',
            url: texts.ours(proxy.url),
            username: texts.ours(proxy.username),
            bypass: texts.ours(proxy.bypass),
          },
        }),
  }
  const secrets: TypedSecrets = {
    ...(secret === '' ? {} : { client_secret: secret }),
    ...(proxy === null || proxy.password === '' ? {} : { proxy_password: texts.ours(proxy.password) }),
  }
  return {
    client: { name: id === 'credentials' ? '' : id, place: auth.place, settings, secrets },
    id: id || 'credentials',
    notes: notesOf(
      auth,
      sent.filter((parameter) => !isKept(parameter)).map(({ name }) => name),
    ),
  }
}

function withQuery(url: string, query: readonly { name: string; value: string }[]): string {
  if (query.length === 0) return url
  const text = query.map(({ name, value }) => `${encoded(name)}=${encoded(value)}`).join('&')
  return `${url}${url.includes('?') ? '&' : '?'}${text}`
}

/** Percent-encoded, but for its variables. */
const encoded = (text: string): string =>
  text.replaceAll(/\{\{[^{}]*\}\}|[^{}]+|[{}]/g, (part) => (part.startsWith('{{') ? part : encodePart(part)))

function encodePart(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    // A lone surrogate.
    return ''
  }
}

function notesOf(auth: BrunoAuth, notKept: readonly string[]): BrunoNote[] {
  const said = (name: string): string => auth.values.get(name)?.trim() ?? ''
  const prefix = said('token_header_prefix')
  const unused = [
    ...(said('refresh_token_url') === '' ? [] : ['refresh_token_url']),
    ...(prefix === '' || /^bearer$/i.test(prefix) ? [] : ['token_header_prefix']),
    ...(/^(?:access_token)?$/.test(said('token_source')) ? [] : ['token_source']),
    ...new Set(auth.parameters.filter(({ of }) => of !== 'token').map(({ of }) => `additional_params:${of}`)),
  ]
  const { place } = auth
  return [
    ...(/^(?:url|query)/.test(said('token_placement'))
      ? [{ fact: { code: 'token_in_query', evidence: {} }, place } as const]
      : []),
    ...unused.map((name) => ({ fact: { code: 'not_used', evidence: { name } }, place }) as const),
    ...(notKept.length === 0
      ? []
      : [{ fact: { code: 'settings', evidence: { note: 'not_kept', names: notKept } }, place } as const]),
  ]
}

import type { SettingsFields } from '../../../common/client-settings/client-settings.ts'
import { isAbsolutePath, isPathElsewhere, isPlaceholder } from '../../../common/client-settings/placeholder.ts'
import { newEnvironment } from '../../../catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import type { TypedSecrets } from '../../../contract/secret.ts'
import type { ImportItem } from '../../../contract/sharing.ts'
import { openSettings } from '../../../vocabulary/import-formats.ts'
import { endpointText, issuerInstead } from './endpoint-text.ts'
import { keptPairs, keptResources } from './list-settings.ts'
import type { Scope } from './variable-scope.ts'
import { validSettings } from './valid-settings.ts'
import { withProvider } from './provider-settings.ts'
import type { DraftClient } from './import-draft.ts'

export interface MadeSettings {
  value: EnvironmentInput
  open: ImportItem['open'][number][]
  facts: ImportFact[]
  /** Variables that settings need and that have no value. */
  needed: Set<string>
}

type OpenField = ImportItem['open'][number]['field']

/** The settings of a client with the values of a scope in them. What has none is left open, and empty. */
export function settingsOf({ settings, secrets, provider }: DraftClient, scope: Scope): MadeSettings {
  const open: MadeSettings['open'] = []
  const facts: ImportFact[] = []
  const needed = new Set<string>()
  /** A secret variable is in no setting but the client ID, which is none. */
  const resolved = (text: string, field: string): string | null => {
    const { text: written, missing, used } = scope.resolve(text)
    const lacking = new Set(missing)
    if (field !== 'client_id')
      for (const name of used)
        if (scope.variables.get(name)?.isSecret === true && !isAddress(scope, name)) lacking.add(name)
    if (lacking.size === 0) return written
    for (const name of lacking) needed.add(name)
    return null
  }
  const openText = (field: OpenField, text: string | undefined): string => {
    if (text === undefined || text.trim() === '') return ''
    const written = resolved(text, field)
    if (written === null) open.push({ field, text })
    return written?.trim() ?? ''
  }
  const url = (field: OpenField & keyof EnvironmentInput): string => {
    const text = openText(field, urlSetting(settings, field))
    const made = endpointText(field, text)
    for (const one of made.facts) facts.push(one)
    return made.url
  }
  /** For what cannot be left open. */
  const plain = (text: string | undefined): string => {
    const { text: written, missing } = scope.resolve(text ?? '')
    for (const name of missing) facts.push({ code: 'variable_without_value', evidence: { name } })
    return missing.size === 0 ? written : ''
  }
  const plainUrl = (field: string, text: string | undefined): string => {
    const made = endpointText(field, plain(text))
    for (const one of made.facts) facts.push(one)
    return made.url
  }
  const word = (field: 'client_id' | 'scope' | 'audience'): string => {
    const text = openText(field, settings[field])
    if (!isPlaceholder(text) && !text.includes('…')) return text
    facts.push({ code: 'placeholder', evidence: { field } })
    return ''
  }
  const resources = keptResources(
    (settings.resource ?? []).flatMap((text) => openText('resource', text)).filter((text) => text !== ''),
  )
  for (const one of resources.facts) facts.push(one)
  const pairs = (field: 'parameters' | 'headers') => {
    const written = (settings[field] ?? []).flatMap((pair) => {
      const isSecret = [...scope.resolve(pair.value).used].some((name) => scope.variables.get(name)?.isSecret === true)
      if (isSecret) {
        facts.push({ code: 'settings', evidence: { note: 'not_kept', names: [pair.name.slice(0, 200)] } })
        return []
      }
      const value = resolved(pair.value, field)
      if (value === null) open.push({ field, text: `${pair.name}=${pair.value}` })
      return value === null ? [] : [{ name: plain(pair.name), value }]
    })
    const { kept, facts: found } = keptPairs(
      field,
      field === 'parameters' ? [...written, ...resources.others] : written,
    )
    for (const one of found) facts.push(one)
    return kept
  }
  const path = (text: string | undefined, isLeftOut = isPathElsewhere): string => {
    const written = plain(text).trim()
    if (written === '' || isAbsolutePath(written)) return written
    const note = isLeftOut(written) ? 'not_used' : 'relative_paths'
    facts.push({ code: 'settings', evidence: { note, names: [written.slice(0, 200)] } })
    return isLeftOut(written) ? '' : written
  }

  const token = url('token_endpoint')
  const instead = token === '' ? null : issuerInstead(token)
  const { aliases, assertion, proxy, clientCertificate, caFile } = settings
  const value: EnvironmentInput = {
    ...newEnvironment,
    name: '?',
    issuer: url('issuer') || (instead ?? ''),
    token_endpoint: instead === null ? token : '',
    introspection_endpoint: url('introspection_endpoint'),
    revocation_endpoint: url('revocation_endpoint'),
    jwks_uri: url('jwks_uri'),
    client_id: word('client_id'),
    scope: word('scope'),
    audience: word('audience'),
    resource: resources.kept,
    parameters: pairs('parameters'),
    headers: pairs('headers'),
    mtls_endpoint_aliases: {
      token_endpoint: plainUrl('mtls_endpoint_aliases.token_endpoint', aliases?.token_endpoint),
      introspection_endpoint: plainUrl('mtls_endpoint_aliases.introspection_endpoint', aliases?.introspection_endpoint),
      revocation_endpoint: plainUrl('mtls_endpoint_aliases.revocation_endpoint', aliases?.revocation_endpoint),
    },
    assertion: {
      ...newEnvironment.assertion,
      ...(assertion?.alg === undefined ? {} : { alg: assertion.alg }),
      kid: plain(assertion?.kid),
      keyFile: path(assertion?.keyFile),
    },
    network: {
      ...newEnvironment.network,
      proxy: {
        ...newEnvironment.network.proxy,
        ...(proxy?.mode === undefined ? {} : { mode: proxy.mode }),
        url: openText('proxy', proxy?.url),
        username: plain(proxy?.username),
        bypass: plain(proxy?.bypass),
      },
      // Nothing could be sent with authorities that cannot be read, and without them it often can.
      caFile: path(caFile, () => true),
      clientCertificate: {
        certificate: plain(clientCertificate?.certificate),
        certificateFile: path(clientCertificate?.certificateFile),
        keyFile: path(clientCertificate?.keyFile),
      },
    },
  }
  const said = {
    ...settings,
    ...(isOfCertificate(settings, secrets) ? { token_endpoint_auth_method: 'tls_client_auth' as const } : {}),
    ...(isPlainBasic(settings, secrets, scope) ? { basicEncoding: newEnvironment.basicEncoding } : {}),
  }
  const valid = validSettings(withProvider(value, said, provider ?? null))
  for (const one of valid.facts) facts.push(one)
  return { value: valid.value, open: open.toSorted(byField), facts, needed }
}

/** Whether ID and secret are the same raw and encoded, so that nothing has to be said of it. @see RFC 6749 §2.3.1 */
function isPlainBasic({ client_id: id, basicEncoding }: SettingsFields, secrets: TypedSecrets, scope: Scope): boolean {
  if (basicEncoding !== 'raw') return false
  const { text, missing } = scope.resolve(`${id ?? ''}${secrets.client_secret ?? ''}`)
  return missing.size === 0 && secrets.client_secret !== undefined && /^[\w.*-]*$/.test(text)
}

/** A client that shows a certificate and no secret proves itself with it. @see RFC 8705 §2.1 */
function isOfCertificate(
  { token_endpoint_auth_method: method, clientCertificate }: SettingsFields,
  secrets: TypedSecrets,
): boolean {
  const isThere = (clientCertificate?.certificate ?? '') !== '' || (clientCertificate?.certificateFile ?? '') !== ''
  return isThere && (method === undefined || method === 'none') && secrets.client_secret === undefined
}

const byField = (one: { field: OpenField }, other: { field: OpenField }): number =>
  openSettings.indexOf(one.field) - openSettings.indexOf(other.field)

const urlSetting = (settings: SettingsFields, field: string): string | undefined => {
  switch (field) {
    case 'issuer':
    case 'token_endpoint':
    case 'introspection_endpoint':
    case 'revocation_endpoint':
    case 'jwks_uri':
      return settings[field]
    default:
      return undefined
  }
}

/** An address is no secret, though its variable may be called one. */
const isAddress = (scope: Scope, name: string): boolean =>
  /^https?:\/\/[^\s@?#]+$/i.test(scope.variables.get(name)?.value ?? '')

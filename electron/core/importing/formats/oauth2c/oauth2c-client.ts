import { authMethods } from '../../../../vocabulary/client-authentication.ts'
import { isPathElsewhere } from '../../../../common/client-settings/placeholder.ts'
import type { SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import { oneOf } from '../../../../common/one-of.ts'
import type { ImportFact, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftClient } from '../../drafts/import-draft.ts'
import { withoutAngles } from '../requests/angle-placeholders.ts'

/** Options without a value. @see https://github.com/cloudentity/oauth2c */
const flags = new Set(
  'dpop|insecure|silent|s|par|pkce|no-pkce|no-browser|no-prompt|request-object|encrypted-request-object|help|h'.split(
    '|',
  ),
)

/** Those that have a setting here, or nothing to say of this flow. */
const known = new Set(
  'client-id|client-secret|grant-type|auth-method|scopes|audience|resource|signing-key|tls-cert|tls-key|tls-root-ca|token-endpoint|mtls-token-endpoint|issuer|insecure|silent|s|response-types|response-mode|http-timeout|browser-timeout|pkce|no-pkce|no-browser|no-prompt|redirect-url'.split(
    '|',
  ),
)

/** The client of a command line of oauth2c; null for another grant. Files that it names are not read. */
export function oauth2cClient(
  words: readonly string[],
  place: ImportPlace,
): { client: DraftClient | null; facts: ImportFact[] } {
  const facts: ImportFact[] = []
  const { options, address } = optionsOf(words)
  const all = (name: string): string[] =>
    options.filter((option) => option.name === name).map(({ value }) => withoutAngles(value))
  const of = (name: string): string => all(name).at(-1) ?? ''
  const grant = of('grant-type') || 'client_credentials'
  if (grant !== 'client_credentials') return { client: null, facts: [{ code: 'other_grant', evidence: { grant } }] }
  const path = (name: string): string => {
    const file = of(name)
    if (!isPathElsewhere(file)) return file
    facts.push({ code: 'file_not_read', evidence: { name: file } })
    return ''
  }
  const [certificateFile, keyFile, caFile, signingKey] = [
    path('tls-cert'),
    path('tls-key'),
    path('tls-root-ca'),
    path('signing-key'),
  ]
  const issuer = withoutAngles(address || of('issuer'))
  const isFile = issuer !== '' && !/^(?:https?:\/\/|\{\{)/i.test(issuer)
  if (isFile) facts.push({ code: 'file_not_read', evidence: { name: issuer } })
  const method = oneOf(authMethods, of('auth-method'))
  const audience = of('audience')
  const scope = all('scopes')
    .join(' ')
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(' ')
  const endpoint = of('mtls-token-endpoint') || of('token-endpoint')
  const resource = all('resource').filter((one) => one !== '')
  const settings: SettingsFields = {
    ...(isFile || issuer === '' ? {} : { issuer: issuer.replace(/\/\.well-known\/openid-configuration$/, '') }),
    ...(endpoint === '' ? {} : { token_endpoint: endpoint }),
    client_id: of('client-id'),
    ...(method === null ? {} : { token_endpoint_auth_method: method }),
    ...(scope === '' ? {} : { scope }),
    ...(audience === '' ? {} : { audience }),
    ...(resource.length === 0 ? {} : { resource }),
    ...(signingKey === '' ? {} : { assertion: { keyFile: signingKey } }),
    ...(caFile === '' ? {} : { caFile }),
    ...(certificateFile === '' && keyFile === '' ? {} : { clientCertificate: { certificateFile, keyFile } }),
  }
  if (options.some(({ name }) => name === 'insecure')) facts.push({ code: 'certificate_checks_off', evidence: {} })
  for (const { name } of options) {
    if (!known.has(name)) facts.push({ code: 'not_used', evidence: { name: `--${name}` } })
  }
  const secret = of('client-secret')
  return { client: { name: '', place, settings, secrets: secret === '' ? {} : { client_secret: secret } }, facts }
}

interface Option {
  name: string
  value: string
}

function optionsOf(words: readonly string[]): { options: Option[]; address: string } {
  const options: Option[] = []
  let address = ''
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const name = /^--?([\w-]{1,50})/.exec(word)?.[1]
    if (name === undefined) {
      if (address === '') address = word
      continue
    }
    const equals = word.indexOf('=')
    if (flags.has(name)) options.push({ name, value: '' })
    else options.push({ name, value: equals < 0 ? (words[++at] ?? '') : word.slice(equals + 1) })
  }
  return { options, address }
}

import { setImmediate as pause } from 'node:timers/promises'
import type { Leak } from '../../contract/sharing.ts'
import type { KnownSecrets } from './known-secrets.ts'
import { randomWords } from './secret-looks.ts'
import { isMembers, memberNamed } from '../json/json-members.ts'
import type { Path } from '../json/json-place.ts'
import { mark, maskToken } from '../../common/mask-token.ts'
import { maskingOf } from '../redaction/mask.ts'

/** A part of a file as it would be written. `id` and `name` say whose it is. */
export interface Scanned {
  id: string
  name: string
  content: unknown
}

/** What was found; `fatal` says that it must not be written. */
export interface FoundLeak {
  leak: Leak
  fatal: boolean
}

/** Characters of a text that is looked at in its own turn: looking must not hold up the window. */
const longText = 10_000

/** Looks at every text of what would be written: names, values, URLs, notes, bodies, paths. */
export async function scan(parts: readonly Scanned[], known: KnownSecrets): Promise<FoundLeak[]> {
  const found: FoundLeak[] = []
  for (const { id, name, content } of parts) {
    await pause()
    for (const text of textsOf(content, [], false)) {
      if (text.text.length > longText) await pause()
      for (const { kind, excerpt, fatal } of findingsOf(text, known)) {
        const leak = { environmentId: id, environmentName: name, place: text.path.join('.'), kind, excerpt }
        found.push({ leak, fatal })
      }
    }
  }
  return found
}

interface Text {
  path: Path
  text: string
  /** Whether the name of a parameter or header says that it is a secret. */
  isNamed: boolean
}

function* textsOf(value: unknown, path: Path, isNamed: boolean): Generator<Text, void> {
  if (typeof value === 'string' || typeof value === 'number') yield { path, text: String(value), isNamed }
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* textsOf(item, [...path, index], false)
  else if (isMembers(value)) {
    const title = memberNamed(value, 'name')
    for (const [name, member] of Object.entries(value)) {
      if (name.length >= 20) yield { path: [...path, 'name'], text: name, isNamed: false }
      yield* textsOf(member, [...path, name], name === 'value' && typeof title === 'string' && isSecretName(title))
    }
  }
}

interface Finding {
  kind: Leak['kind']
  excerpt: string
  fatal: boolean
}

function findingsOf({ path, text, isNamed }: Text, known: KnownSecrets): Finding[] {
  const { found, certain } = known(text)
  if (found) return [{ kind: 'known_secret', excerpt: mark, fatal: certain }]
  const place = path.filter((step) => typeof step === 'string').join('.')
  const isCertificate = certificatePlaces.has(place)
  const plain = text.replaceAll(pemBlock, ' ')
  const findings = [
    ...privateKeys(text),
    ...(isCertificate || !text.includes(certificate) ? [] : [shown('certificate', certificate)]),
    ...urlCredentials(text),
    ...(place.startsWith('apiCalls.body') ? namedMembers(text) : []),
    ...words(plain)
      .filter(isJwt)
      .map((jwt) => shown('jwt', maskToken(jwt))),
  ]
  if (findings.length > 0) return findings
  if (isNamed && text.length >= 4 && !isPlaceholder(text)) return [shown('high_entropy', mark)]
  if (isCertificate || identifierPlaces.has(place)) return []
  return [...new Set(randomWords(plain))].map((word) => shown('high_entropy', maskToken(word)))
}

const shown = (kind: Leak['kind'], excerpt: string): Finding => ({ kind, excerpt, fatal: false })

const certificate = '-----BEGIN CERTIFICATE-----'

const certificatePlaces = new Set(['network.ca', 'network.clientCertificate.certificate', 'assertion.certificate'])

/** Random by nature, and public. */
const identifierPlaces = new Set(['id', 'client_id', 'assertion.kid', 'network.acceptedCertificate', 'apiCalls.id'])

const pemBlock = /-----BEGIN ([A-Z0-9 ]{1,40})-----[^-]*-----END \1-----/g

function privateKeys(text: string): Finding[] {
  const pem = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/.exec(text)?.[0]
  const age = /AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{20}/i.test(text) ? 'AGE-SECRET-KEY-1…' : undefined
  const isJwk = /"kty"/.test(text) && /"(?:d|k)"\s{0,9}:\s{0,9}"[A-Za-z0-9_-]{16}/.test(text)
  const excerpt = pem ?? age ?? (isJwk ? '{"kty": …, "d": …}' : undefined)
  return excerpt === undefined ? [] : [{ kind: 'private_key', excerpt, fatal: true }]
}

const words = (text: string) => text.match(/[A-Za-z0-9_.-]+/g) ?? []

/** @see RFC 7515 §7.1, RFC 7516 §7.1 */
const isJwt = (word: string) => /^eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*(?:\.|$)/.test(word)

const withUser = /([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#"'<>@]{1,2000}@([^\s/?#"'<>@]{0,100})/gi
const query = /[?&#;]([^\s?&#;="'<>]{1,100})=([^\s?&#;"'<>]{4,})/g

function urlCredentials(text: string): Finding[] {
  const users = [...text.matchAll(withUser)].map(([, scheme = '', host = '']) =>
    shown('url_credentials', `${scheme}${mark}@${host}`),
  )
  const parameters = [...text.matchAll(query)]
    .filter(([, name = '', value = '']) => isSecretName(name) && !isPlaceholder(value))
    .map(([, name = '']) => shown('url_credentials', `${name}=${mark}`))
  return [...users, ...parameters]
}

const jsonMember = /"([^"\\]{1,100})"\s{0,9}:\s{0,9}"([^"\\]{4,})"/g

/** Members of a JSON text that are named as secrets are. */
function namedMembers(text: string): Finding[] {
  return [...text.matchAll(jsonMember)]
    .filter(([, name = '', value = '']) => isSecretName(name) && !isPlaceholder(value))
    .map(([, name = '']) => shown('high_entropy', `${JSON.stringify(name)}: ${mark}`))
}

const secretNames =
  /^(?:x-?)?(?:api-?key|apikey|app-?key|subscription-?key|auth(?:orization)?|auth-?token|cookie|code|key|pass|passwd|pwd|passphrase|secret|secret-?key|sig|signature|shared-?access-?signature|session(?:-?id)?|private-?key|credentials?|bearer|pat)$/i

function isSecretName(name: string): boolean {
  return maskingOf(name, false) !== null || secretNames.test(name.replaceAll('_', '-')) || /secret|password/i.test(name)
}

/** Such as `{token}`, `<token>`, `$TOKEN`, `***`, `Bearer {{token}}`. */
const isPlaceholder = (value: string) =>
  /^(?:[{<$%[].*|[*.x•]+|%(?:7B|3C|24).*|(?:Basic|Bearer|DPoP|Token|ApiKey) \{\{.*\}\})$/i.test(value)

import { wordsOf } from '../../../common/client-settings/named/named-text.ts'
import { isCredential, isPlaceholder, isSecretName } from '../../../common/client-settings/placeholder.ts'
import { randomWords } from '../../exporting/secret-looks.ts'
import type { DraftVariable } from './import-draft.ts'

/** What a name ends in that has the word of a secret in it, and names something public: `token_url`, `client_secret_id`. */
const publicEndings = new Set([
  'url',
  'uri',
  'endpoint',
  'type',
  'id',
  'name',
  'username',
  'user',
  'login',
  'path',
  'host',
  'hostname',
  'port',
  'expires',
  'expiry',
  'expiration',
  'lifetime',
  'ttl',
  'method',
  'placement',
  'format',
  'scope',
  'scopes',
  'audience',
  'issuer',
  'prefix',
  'header',
  'location',
  'algorithm',
  'alg',
  'length',
  'size',
  'count',
  'limit',
  'enabled',
  'version',
  'style',
  'server',
  'service',
  'address',
  'realm',
  'status',
])

/** Whether what has this name is a secret. */
export function namesSecret(name: string): boolean {
  if (!isSecretName(name)) return false
  const words = wordsOf(name)
  return !publicEndings.has(words.at(-1) ?? '') && !/^(?:public|anti|page|next|csrf)_/.test(words.join('_'))
}

/** Characters of a text that is looked at for secrets by their looks. */
const longest = 10_000

/** Whether a value looks like a secret under any name. */
export const looksSecret = (value: string): boolean =>
  isCredential(value) ||
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value) ||
  hasLogin(value) ||
  (value.length >= 16 && value.length <= longest && randomWords(value).length > 0)

const hasLogin = (value: string): boolean => /^[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/?#@]+@/i.test(value)

/** Words that switch or count and are no secret, under any name. */
export const isPlainWord = (value: string): boolean =>
  /^(?:true|false|yes|no|on|off|null|none|\d{1,4}|bearer|basic)$/i.test(value.trim())

/** Empty, a word that switches or counts, or an address, though it is where a secret belongs. */
export const isPlainValue = (value: string): boolean =>
  value === '' || isPlainWord(value) || (/^https?:\/\//i.test(value) && !looksSecret(value))

/** Whether a variable is secret: the file says so, or its name or its value looks it. */
export function isSecretVariable({ name, value, secret }: DraftVariable): boolean {
  if (secret) return true
  const own = value.replaceAll(/\{\{[^{}]*\}\}/g, '')
  if (looksSecret(own)) return true
  if (!namesSecret(name) || /^https?:\/\//i.test(value) || isPlainWord(value)) return false
  // Its secret is in the variables that it is made of.
  return own.trim() !== '' || value === ''
}

/** Whether a text stands where a secret belongs, and is none itself: empty, a variable, or a placeholder. */
export const isNoSecret = (text: string): boolean =>
  text.trim() === '' ||
  /^(?:(?:bearer|basic|token)\s+)?(?:\{\{[^{}]*\}\})+$/i.test(text.trim()) ||
  (isPlaceholder(text) && !looksSecret(text))

/** A parameter or header that cannot be kept in clear. A name such as `tokenKey` with a plain word as its value can. */
export function isSecretPair({ name, value }: { name: string; value: string }): boolean {
  if (looksSecret(value) || looksSecret(name)) return true
  if (!namesSecret(name) || value === '') return false
  const isCertain = /secret|password|passphrase|authorization|cookie|assertion|credential|private|api-?_?key/i.test(
    name,
  )
  return isCertain || !/^[A-Za-z]{1,20}\d?$/.test(value)
}

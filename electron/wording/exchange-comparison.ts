import { capital } from '../common/capital.ts'
import type { ExchangeComparison, RequestDifference } from '../contract/exchange-comparison.ts'
import type { ComparisonRow } from '../contract/comparison.ts'

const parts: Readonly<Record<RequestDifference['part'], string>> = {
  method: 'method',
  endpoint: 'URL',
  query: 'query parameter',
  header: 'header field',
  parameter: 'parameter',
  authentication: 'client authentication',
  client_id: 'client ID',
  proxy: 'proxy',
  tls: 'TLS version',
  client_certificate: 'client certificate',
  server_certificate: 'certificate of the server',
}

/** What of a request differs, as a label: `Query parameter tenant`. */
export function differenceLabel({ part, name }: Pick<RequestDifference, 'part' | 'name'>): string {
  return name === '' ? capital(parts[part]) : `${capital(parts[part])} ${name}`
}

/** Claims that every token has its own of. */
const ownOfEach = new Set(['iat', 'exp', 'nbf', 'auth_time', 'jti', 'uti', 'rh', 'aio', 'sid'])
const mostNamed = 3
const longest = 80

interface Change {
  name: string
  left: string | null
  right: string | null
}

/** What differed when a request went well again, to follow a colon: what was sent, the token, or nothing. It names no cause. */
export function changesSentence({ request, requestBody, token }: ExchangeComparison): string {
  const changes = [
    ...request
      .filter(({ isOfEach }) => !isOfEach)
      .map((one) => ({ name: changedName(one), left: one.left, right: one.right })),
    ...(requestBody.kind === 'same' || isEmpty(requestBody) ? [] : [{ name: 'the body', left: '', right: '' }]),
    ...(token.kind === 'compared' ? claimChanges(token.claims) : []),
  ]
  if (changes.length > 0) return `${listed(changes)}.`
  switch (token.kind) {
    case 'compared':
      return 'the same request was sent with a new token.'
    case 'unknown':
      return 'the same request was sent with another token.'
    case 'same':
    case 'none':
      return 'the same request was sent again.'
  }
}

/** JSON that differs in its writing only. */
const isEmpty = (body: ExchangeComparison['requestBody']): boolean => 'rows' in body && body.rows.length === 0

const changedName = ({ part, name }: RequestDifference): string =>
  part === 'parameter' ? name : name === '' ? parts[part] : `${parts[part]} ${name}`

const claimChanges = (rows: readonly ComparisonRow[]): Change[] =>
  rows
    .filter(({ name, change }) => change !== 'same' && change !== 'equivalent' && !ownOfEach.has(name))
    .map(({ name, left, right }) => ({ name: `the token’s ${name}`, left, right }))

function listed(changes: readonly Change[]): string {
  const named = changes.slice(0, mostNamed).map(changed)
  const more = changes.length - named.length
  return [...named, ...(more > 0 ? [`${more} more ${more === 1 ? 'difference' : 'differences'}`] : [])].join('; ')
}

function changed({ name, left, right }: Change): string {
  if (left === '' && right === '') return `${name} was changed`
  if (left === null) return `${name} was set${isShort(right) ? ` to ${right}` : ''}`
  if (right === null) return `${name} was removed`
  return `${name} was changed${isShort(left) && isShort(right) ? ` from ${left} to ${right}` : ''}`
}

const isShort = (value: string | null): value is string =>
  value !== null && value !== '' && value.length <= longest && !/[•…]/.test(value)

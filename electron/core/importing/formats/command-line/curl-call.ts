import type { CurlOption } from '../../../../common/client-settings/curl/curl-options.ts'
import { curlNetwork } from '../../../../common/client-settings/curl/curl-network.ts'
import { dataOf } from '../../../../common/client-settings/curl/curl-request.ts'
import { splitUserinfo } from '../../../../common/client-settings/userinfo.ts'
import type { ApiBody } from '../../../../contract/api-call.ts'
import type { ImportFact } from '../../../../contract/import-note.ts'
import type { DraftCall } from '../../drafts/import-draft.ts'
import { bodyByType, headerOf, type WrittenRequest } from '../requests/written-request.ts'
import { encodedBasic } from '../../drafts/basic.ts'
import { partOf } from './curl-parts.ts'
import { withoutBrowsers } from '../requests/browser-headers.ts'

/** What the options of one curl request ask for, at each of its URLs, and what was noted of them. */
export interface CurlCall {
  requests: (Pick<WrittenRequest, 'method' | 'url' | 'headers' | 'body' | 'followRedirects'> &
    Pick<DraftCall, 'network'>)[]
  facts: ImportFact[]
}

/** Options that say how to log in to the API in a way that no header has. */
const otherLogins: Readonly<Record<string, string>> = {
  'aws-sigv4': 'AWS Signature',
  digest: 'Digest',
  ntlm: 'NTLM',
  negotiate: 'Negotiate',
  anyauth: 'anyauth',
  netrc: 'netrc',
  'netrc-file': 'netrc',
}

/** Options that change where it goes or what it carries, and have no place here. */
const notUsed = new Set([
  'abstract-unix-socket',
  'capath',
  'connect-to',
  'dns-servers',
  'doh-url',
  'interface',
  'pinnedpubkey',
  'preproxy',
  'range',
  'request-target',
  'resolve',
  'unix-socket',
  'variable',
])

/** @param input what the shell gives to it as its standard input; null where it gives nothing */
export function curlCall(options: readonly CurlOption[], input: string | null): CurlCall {
  const facts: ImportFact[] = []
  const last = (name: string): string => options.findLast((option) => option.name === name)?.value ?? ''
  const has = (name: string): boolean => options.some((option) => option.name === name)
  const unread = (name: string): void => {
    facts.push({ code: 'file_not_read', evidence: { name } })
  }
  const { data, file } = dataOfAll(options, input, unread)
  const addresses = urlsOf(options).map(splitUserinfo)
  const basic = last('user') || (addresses.find(({ userinfo }) => userinfo !== null)?.userinfo ?? '')
  const headers = headersOf(options, basic, unread)
  const body = has('get') ? { kind: 'none' as const } : bodyOf(options, { data, file, headers, unread })
  const query = [...(has('get') && data !== '' ? [data] : []), ...queriesOf(options, unread)].join('&')
  if (last('config') !== '') unread(last('config'))
  if (has('insecure')) facts.push({ code: 'certificate_checks_off', evidence: {} })
  for (const name of new Set(options.map((option) => option.name))) {
    const login = Object.hasOwn(otherLogins, name) ? otherLogins[name] : undefined
    if (login !== undefined) facts.push({ code: 'other_authorization', evidence: { type: login } })
    if (notUsed.has(name)) facts.push({ code: 'not_used', evidence: { name: `--${name}` } })
  }
  const { kept, facts: ofBrowser } = withoutBrowsers(headers)
  facts.push(...ofBrowser)
  const method = last('request') || (has('head') ? 'HEAD' : methodOf(body, last('upload-file')))
  const network = networkOf(options, unread)
  const sent = {
    method,
    headers: kept.filter(([name]) => !/^accept-encoding$/i.test(name)),
    body,
    // curl follows with -L only.
    followRedirects: has('location') || has('location-trusted'),
    ...(network === null ? {} : { network }),
  }
  const withQuery = (url: string): string => (query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`)
  return {
    requests: addresses.map(({ url }) => Object.assign({ url: withQuery(url) }, sent)),
    facts,
  }
}

/** Files are named by their paths, where these are of this computer. */
function networkOf(
  options: readonly CurlOption[],
  unread: (file: string) => void,
): NonNullable<DraftCall['network']> | null {
  const { fields, secrets, notes } = curlNetwork(options)
  for (const name of notes.flatMap(({ code, names }) => (code === 'not_used' ? names : []))) unread(name)
  return Object.keys(fields).length === 0 ? null : { fields, secrets }
}

const methodOf = (body: ApiBody, upload: string): string =>
  upload !== '' ? 'PUT' : body.kind === 'none' ? 'GET' : 'POST'

/** A word may be the value of an option that is not known: then those that look like URLs are meant. */
function urlsOf(options: readonly CurlOption[]): string[] {
  const urls = options.filter(({ name, value }) => name === 'url' && value !== '').map(({ value }) => value)
  const clear = urls.filter((word) => /^(?:https?:\/\/|\{\{)/i.test(word))
  return (clear.length > 0 ? clear : urls.filter((word) => /[.:/]/.test(word)).slice(0, 1)).map(withScheme)
}

const withScheme = (url: string): string => (/^(?:[a-z][a-z0-9+.-]*:\/\/|\{\{|<)/i.test(url) ? url : `http://${url}`)

function headersOf(
  options: readonly CurlOption[],
  basic: string,
  unread: (file: string) => void,
): [name: string, value: string][] {
  const headers: [string, string][] = []
  for (const { name, value } of options) {
    if (name === 'header' && value.startsWith('@')) unread(value.slice(1))
    else if (name === 'header') headers.push(...headerOfLine(value))
    else if (name === 'oauth2-bearer') headers.push(['Authorization', `Bearer ${value}`])
    else if (name === 'user-agent') headers.push(['User-Agent', value])
    else if (name === 'referer') headers.push(['Referer', value])
    else if (name === 'json') headers.push(['Accept', 'application/json'], ['Content-Type', 'application/json'])
    else if (name === 'cookie' && value.includes('=')) headers.push(['Cookie', value])
    else if (name === 'cookie' && value !== '') unread(value)
  }
  if (basic !== '' && headerOf(headers, 'authorization') === '') headers.push(['Authorization', encodedBasic(basic)])
  return headers
}

/** `Name: value`; `Name;` is one without a value, and `Name:` takes one away. */
function headerOfLine(line: string): [string, string][] {
  const colon = line.indexOf(':')
  if (colon > 0) {
    const value = line.slice(colon + 1).trim()
    return value === '' ? [] : [[line.slice(0, colon).trim(), value]]
  }
  return line.endsWith(';') ? [[line.slice(0, -1).trim(), '']] : []
}

/** All of the body that is text, and the file that is all of it. */
function dataOfAll(
  options: readonly CurlOption[],
  input: string | null,
  unread: (file: string) => void,
): { data: string; file: string } {
  const parts: { part: string; isJson: boolean }[] = []
  const files: string[] = []
  for (const option of options) {
    if (!/^(?:data(?:-ascii|-binary|-raw|-urlencode)?|json)$/.test(option.name)) continue
    const { part, file } = dataOf(option)
    if (file === null) parts.push({ part, isJson: option.name === 'json' })
    else if (/^(?:-|\/dev\/stdin)$/.test(file)) {
      if (input !== null) parts.push({ part: input, isJson: option.name === 'json' })
    } else files.push(file)
  }
  for (const file of files) unread(file)
  const isJson = parts.some((one) => one.isJson)
  return {
    data: parts.map(({ part }) => part).join(isJson ? '' : '&'),
    file: parts.length === 0 ? (files[0] ?? '') : '',
  }
}

interface BodyParts {
  data: string
  file: string
  headers: readonly (readonly [string, string])[]
  unread: (file: string) => void
}

function bodyOf(options: readonly CurlOption[], { data, file, headers, unread }: BodyParts): ApiBody {
  const type = headerOf(headers, 'content-type')
  const forms = options.filter(({ name }) => name === 'form' || name === 'form-string')
  if (forms.length > 0) return { kind: 'multipart', parts: forms.map((option) => partOf(option, unread)) }
  const upload = options.findLast(({ name }) => name === 'upload-file')?.value ?? ''
  if (upload !== '') unread(upload)
  const name = fileName(upload || file)
  if (name !== '') return { kind: 'file', file: { path: '', name }, contentType: type }
  const isSaid = type !== ''
  return bodyByType(data, isSaid ? type : data === '' ? '' : 'application/x-www-form-urlencoded')
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? ''

function queriesOf(options: readonly CurlOption[], unread: (file: string) => void): string[] {
  return options.flatMap((option) => {
    if (option.name !== 'url-query') return []
    if (option.value.startsWith('+')) return [option.value.slice(1)]
    const { part, file } = dataOf({ name: 'data-urlencode', value: option.value })
    if (file !== null) unread(file)
    return file === null ? [part] : []
  })
}

import type { ImportFact } from '../../../../contract/import-note.ts'
import { encodedBasic } from '../../drafts/basic.ts'
import { bodyByType, headerOf } from '../requests/written-request.ts'
import type { CurlCall } from './curl-call.ts'

const short: Readonly<Record<string, string>> = {
  O: 'output-document',
  o: 'output-file',
  U: 'user-agent',
  e: 'execute',
  t: 'tries',
  T: 'timeout',
  P: 'directory-prefix',
}
const valued =
  /^(?:header|method|body-data|body-file|post-data|post-file|user|password|http-user|http-password|auth-no-challenge|output-document|output-file|user-agent|execute|tries|timeout|directory-prefix|ca-certificate|certificate|private-key|referer|load-cookies|save-cookies|max-redirect|wait|input-file)$/

/** The request of a command line of wget. */
export function wgetCall(words: readonly string[]): CurlCall {
  const facts: ImportFact[] = []
  const values = new Map<string, string>()
  const headers: [string, string][] = []
  let url = ''
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, long, given] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? []
    const letter = long === undefined ? /^-(?:[a-zA-Z]*)([OoUetTP])$/.exec(word)?.[1] : undefined
    const name = long ?? (letter === undefined ? undefined : short[letter])
    if (name === undefined) {
      if (!word.startsWith('-') && url === '') url = word
      continue
    }
    const value = given ?? (valued.test(name) && name !== 'auth-no-challenge' ? (words[++at] ?? '') : '')
    const colon = value.indexOf(':')
    if (name === 'header' && colon > 0) headers.push([value.slice(0, colon).trim(), value.slice(colon + 1).trim()])
    else values.set(name, value)
  }
  const of = (...names: string[]): string => names.map((name) => values.get(name) ?? '').find((one) => one !== '') ?? ''
  const user = of('http-user', 'user')
  if (user !== '') headers.push(['Authorization', encodedBasic(`${user}:${of('http-password', 'password')}`)])
  if (of('user-agent') !== '') headers.push(['User-Agent', of('user-agent')])
  const file = of('body-file', 'post-file')
  if (file !== '') facts.push({ code: 'file_not_read', evidence: { name: file } })
  if (values.has('no-check-certificate')) facts.push({ code: 'certificate_checks_off', evidence: {} })
  const data = of('body-data', 'post-data')
  const type = headerOf(headers, 'content-type')
  const isPost = values.has('post-data') || values.has('post-file')
  const body =
    file === ''
      ? bodyByType(data, type === '' && isPost ? 'application/x-www-form-urlencoded' : type)
      : { kind: 'file' as const, file: { path: '', name: file.split(/[\\/]/).at(-1) ?? '' }, contentType: type }
  // wget follows 20 redirects where nothing else is said.
  const followRedirects = values.get('max-redirect') !== '0'
  const method = of('method') || (isPost ? 'POST' : 'GET')
  const requests = url === '' ? [] : [{ method, url, headers, body, followRedirects }]
  return { requests, facts }
}

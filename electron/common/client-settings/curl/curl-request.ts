import { encodeForm } from '../encodings.ts'
import type { SentRequest } from '../sent-request.ts'
import { splitUserinfo } from '../userinfo.ts'
import type { CurlOption } from './curl-options.ts'

const dataOptions = new Set(['data', 'data-ascii', 'data-binary', 'data-raw', 'data-urlencode', 'form', 'form-string'])

/** The request that options of curl make, and the files that it would read for it. */
export function curlRequest(options: readonly CurlOption[]): SentRequest & { files: string[]; isMultipart: boolean } {
  const all = (name: string): string[] => options.filter((option) => option.name === name).map(({ value }) => value)
  const files: string[] = []
  const parts: string[] = []
  for (const option of options) {
    if (!dataOptions.has(option.name) && option.name !== 'json') continue
    const { part, file } = dataOf(option)
    if (file !== null) files.push(file)
    else if (part !== '') parts.push(part)
  }
  const isJson = all('json').length > 0
  const headers = all('header').flatMap((line): [string, string][] => {
    if (line.startsWith('@')) files.push(line.slice(1))
    const colon = line.indexOf(':')
    return colon <= 0 || line.startsWith('@') ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
  })
  const urls = all('url').filter((word) => word !== '')
  // A word may be the value of an option that is not known.
  const { url, userinfo } = splitUserinfo(urls.find((word) => /^https?:\/\//i.test(word)) ?? urls[0] ?? '')
  const inQuery = [...(all('get').length > 0 ? parts : []), ...all('url-query')].join('&')
  return {
    url: inQuery === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${inQuery}`,
    headers: isJson ? [...headers, ['Content-Type', 'application/json']] : headers,
    body: all('get').length > 0 ? '' : parts.join(isJson ? '' : '&'),
    basic: all('user').at(-1) ?? userinfo,
    files,
    isMultipart: options.some(({ name }) => name === 'form' || name === 'form-string'),
  }
}

/** What one option adds to the body, encoded as curl encodes it; or the file it would read. */
export function dataOf({ name, value }: CurlOption): { part: string; file: string | null } {
  if (name === 'data-raw') return { part: value, file: null }
  if (name === 'form' || name === 'form-string') {
    const equals = value.indexOf('=')
    const content = value.slice(equals + 1)
    if (name === 'form' && /^[@<]/.test(content)) return { part: '', file: content.slice(1) }
    const text = name === 'form' ? (/^([^;]*);type=/.exec(content)?.[1] ?? content) : content
    return { part: `${encodeForm(value.slice(0, equals))}=${encodeForm(text)}`, file: null }
  }
  if (name === 'data-urlencode') {
    const equals = value.indexOf('=')
    if (equals >= 0) return { part: `${value.slice(0, equals)}=${encodeForm(value.slice(equals + 1))}`, file: null }
    const at = value.indexOf('@')
    return at >= 0 ? { part: '', file: value.slice(at + 1) } : { part: encodeForm(value), file: null }
  }
  return value.startsWith('@') ? { part: '', file: value.slice(1) } : { part: value, file: null }
}

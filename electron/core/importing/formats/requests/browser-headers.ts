import type { ImportFact } from '../../../../contract/import-note.ts'

type Header = readonly [name: string, value: string]

/** Whether a browser wrote these: each sends what no other program does. */
const isOfBrowser = (headers: readonly Header[]): boolean =>
  headers.some(([name]) => /^sec-(?:fetch|ch-ua)/i.test(name)) ||
  ['accept-language', 'accept-encoding'].every((usual) => hasName(headers, usual))

/** What a browser adds to every request, and an API does not ask for. */
const ofBrowser =
  /^(?:sec-.*|accept-encoding|accept-language|user-agent|origin|referer|priority|dnt|te|pragma|cache-control|upgrade-insecure-requests|:.*)$/i

/** The names that HTTP/2 has for what is no header; Chrome copies them for PowerShell without their colons. @see RFC 9113 §8.3.1 */
const pseudo = ['authority', 'method', 'path', 'scheme']

const hasName = (headers: readonly Header[], name: string): boolean =>
  headers.some(([one]) => one.toLowerCase() === name)

/** Headers without those that only a browser sends, and what is to be said of these. */
export function withoutBrowsers<One extends Header>(headers: readonly One[]): { kept: One[]; facts: ImportFact[] } {
  const isCopied = pseudo.every((name) => hasName(headers, name))
  const isDropped = ([name]: One): boolean => ofBrowser.test(name) || (isCopied && pseudo.includes(name.toLowerCase()))
  const dropped = isOfBrowser(headers) || isCopied ? headers.filter(isDropped) : []
  const names = dropped.map(([name]) => name).join(', ')
  return {
    kept: headers.filter((header) => !dropped.includes(header)),
    facts: names === '' ? [] : [{ code: 'not_used', evidence: { name: names } }],
  }
}

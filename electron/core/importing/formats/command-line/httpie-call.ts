import type { ApiBody } from '../../../../contract/api-call.ts'
import type { ImportFact } from '../../../../contract/import-note.ts'
import { encodedBasic } from '../../drafts/basic.ts'
import { bodyByType, headerOf } from '../requests/written-request.ts'
import type { CurlCall } from './curl-call.ts'

const valued =
  /^--(?:auth|auth-type|raw|session|verify|cert|cert-key|proxy|timeout|output|bearer|style|print|format-options|default-scheme|session-read-only|boundary)$/

const flags: Readonly<Record<string, string>> = { '-f': '--form', '-F': '--follow' }

/** The request of a command line of HTTPie or xh. @see https://httpie.io/docs/cli/request-items */
export function httpieCall(program: string, words: readonly string[]): CurlCall {
  const facts: ImportFact[] = []
  const options = new Map<string, string>()
  const others: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, long, given] = /^(--[\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? []
    if (long !== undefined) options.set(long, given ?? (valued.test(long) ? (words[++at] ?? '') : ''))
    else if (/^-[aAosp]$/.test(word))
      options.set(word === '-a' ? '--auth' : word === '-A' ? '--auth-type' : word, words[++at] ?? '')
    else if (/^-[A-Za-z]+$/.test(word)) options.set(flags[word] ?? word, '')
    else others.push(word)
  }
  const isMethod = /^[A-Z]+$/.test(others[0] ?? '') && others.length > 1
  const method = isMethod ? (others[0] ?? '') : ''
  const [url = '', ...items] = others.slice(isMethod ? 1 : 0)
  if (url === '') return { requests: [], facts }
  const { headers, query, fields, files } = itemsOf(items)
  for (const name of files) facts.push({ code: 'file_not_read', evidence: { name } })
  if (options.get('--verify') === 'no') facts.push({ code: 'certificate_checks_off', evidence: {} })
  const login = options.get('--auth') ?? ''
  const bearer = options.get('--bearer') ?? (options.get('--auth-type') === 'bearer' ? login : '')
  if (bearer !== '') headers.push(['Authorization', `Bearer ${bearer}`])
  else if (login !== '') headers.push(['Authorization', encodedBasic(login)])
  const raw = options.get('--raw') ?? ''
  const isForm = options.has('--form') || options.has('--multipart')
  const body: ApiBody =
    raw !== ''
      ? bodyByType(raw, headerOf(headers, 'content-type') || 'application/json')
      : fields.length === 0
        ? { kind: 'none' }
        : isForm
          ? { kind: 'form', fields: fields.map(({ name, value }) => ({ name, value, enabled: true })) }
          : { kind: 'json', text: jsonOf(fields) }
  return {
    requests: [
      {
        method: method || (body.kind === 'none' ? 'GET' : 'POST'),
        url: urlOf(program, url, query),
        headers,
        body,
        // HTTPie follows with --follow only.
        followRedirects: options.has('--follow'),
      },
    ],
    facts,
  }
}

interface Field {
  name: string
  value: string
  isJson: boolean
}

/** `Name:value`, `name==value`, `name=value`, `name:=json`, `name@file`; the sign that comes first counts. */
function itemsOf(items: readonly string[]) {
  const headers: [string, string][] = []
  const query: string[] = []
  const fields: Field[] = []
  const files: string[] = []
  for (const item of items) {
    const [, name = '', sign = '', value = ''] = /^([^:=@]*)(:=@|=@|:=|==|[:=@])([\s\S]*)$/.exec(item) ?? []
    if (name === '') continue
    if (sign === ':') headers.push([name, value])
    else if (sign === '==') query.push(`${encodeURIComponent(name)}=${value}`)
    else if (sign === '=' || sign === ':=') fields.push({ name, value, isJson: sign === ':=' })
    else files.push(value)
  }
  return { headers, query, fields, files }
}

const jsonOf = (fields: readonly Field[]): string =>
  `{${fields.map(({ name, value, isJson }) => `${JSON.stringify(name)}: ${isJson ? value : JSON.stringify(value)}`).join(', ')}}`

/** `:3000/path` is this computer. */
function urlOf(program: string, url: string, query: readonly string[]): string {
  const local = url.startsWith(':') ? `localhost${/^:\d/.test(url) ? url : url.slice(1)}` : url
  const scheme = program.endsWith('s') ? 'https://' : 'http://'
  const whole = /^(?:[a-z][a-z0-9+.-]*:\/\/|\{\{)/i.test(local) ? local : scheme + local
  return query.length === 0 ? whole : `${whole}${whole.includes('?') ? '&' : '?'}${query.join('&')}`
}

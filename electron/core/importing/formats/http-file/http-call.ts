import type { ImportFact, ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftCall, DraftClient } from '../../drafts/import-draft.ts'
import { encodedBasic } from '../../drafts/basic.ts'
import { callOfRequest, headerOf } from '../requests/written-request.ts'
import { withScheme } from '../support/absolute-url.ts'
import { curlBlock } from './curl-block.ts'
import { httpBody } from './http-body.ts'
import { type HttpBlock, isCurl, withoutVersion } from './http-blocks.ts'
import { httpyacAuthorization, type HttpyacClients } from './httpyac-client.ts'
import { translated } from './http-variables.ts'

export interface HttpFileContext {
  atLine: (line: number) => ImportPlace
  folders: readonly string[]
  /** Names of requests. */
  requests: ReadonlySet<string>
  /** Clients of the environment files, by their names there. */
  clients: ReadonlyMap<string, DraftClient>
  /** Clients that headers name, and the names of variables that say what is of them. */
  httpyac: { clients: HttpyacClients; names: ReadonlySet<string> }
}

const others = new Set(['WEBSOCKET', 'WS', 'WSS', 'GRPC', 'SSE', 'EVENTSOURCE', 'RSOCKET', 'MQTT', 'AMQP'])
const line =
  /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|LOCK|UNLOCK|PROPFIND|PROPPATCH|COPY|MOVE|MKCOL|MKCALENDAR|ACL|SEARCH|QUERY|GRAPHQL|WEBSOCKET|WSS?|GRPC|SSE|EVENTSOURCE|RSOCKET|MQTT|AMQP)\s+(\S.*)$/i

/** The call of a block; null for a block without a request, and for what is not sent by HTTP requests. */
export function httpCall(
  block: HttpBlock,
  { atLine, folders, requests, clients, httpyac }: HttpFileContext,
): { call: DraftCall | null; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  if (block.request === null) return { call: null, notes }
  const name = block.tags.get('name') ?? ''
  const label = block.title || name
  const note = (fact: ImportFact, at: number): void => {
    notes.push({ fact, place: atLine(at), call: label })
  }
  let auth: string | null = null
  const ours = (text: string, at: number): string => {
    const found = translated(text, requests)
    for (const fact of found.facts) note(fact, at)
    auth = found.auth ?? auth
    return found.text
  }
  const nameTokens = [...(name === '' ? [] : [`${name}.access_token`]), ...block.scripts.flatMap(tokensOfScript)]
  if (isCurl(block.request.text)) {
    const first = { text: block.request.text, number: block.request.line }
    const lines = [first, ...block.body].map(({ text, number }) => ({ text: ours(text, number), number }))
    const read = curlBlock(lines, atLine)
    const [call] = read.calls
    for (const { fact, place } of read.notes) notes.push({ fact, place, call: label })
    return {
      call: call === undefined ? null : { ...call, name: label || call.name, folders, tokenVariables: nameTokens },
      notes,
    }
  }
  const written = withoutVersion(block.request.text)
  const [, said = 'GET', address = written] = line.exec(written) ?? []
  const method = said.toUpperCase()
  if (others.has(method)) {
    note({ code: 'protocol_not_supported', evidence: { protocol: method } }, block.request.line)
    return { call: null, notes }
  }
  const headers = block.headers.flatMap(({ text, number }): [string, string][] => {
    const colon = text.indexOf(':')
    return colon <= 0 ? [] : [[text.slice(0, colon).trim(), ours(text.slice(colon + 1).trim(), number)]]
  })
  const isGraphql = method === 'GRAPHQL' || headerOf(headers, 'x-request-type').toLowerCase() === 'graphql'
  const body = block.body.map(({ text, number }) => ({ text: ours(text, number), number }))
  const read = httpBody(body, headers, isGraphql)
  for (const { name: file, line: at } of read.files) note({ code: 'file_not_read', evidence: { name: file } }, at)
  const other = otherLogin(headers)
  if (other !== null) note({ code: 'other_authorization', evidence: { type: other } }, block.request.line)
  const call = callOfRequest({
    place: atLine(block.request.line),
    name: label,
    method: isGraphql ? 'POST' : method,
    url: urlOf(ours(address, block.request.line), headerOf(headers, 'host')),
    headers: headers
      .filter(([one]) => !/^x-request-type$/i.test(one))
      .map(([one, value]) => [one, /^authorization$/i.test(one) ? withBasic(value) : value] as const),
    body: read.body,
  })
  const client = auth === null ? undefined : (clients.get(auth) ?? (auth === '' ? [...clients.values()][0] : undefined))
  const authorization =
    client === undefined
      ? httpyacAuthorization(headerOf(headers, 'authorization'), call.place, httpyac)
      : { kind: 'client' as const, client }
  return {
    call: {
      ...call,
      folders,
      notes: block.tags.get('note') ?? '',
      tokenVariables: nameTokens,
      ...(block.tags.has('no-redirect') ? { followRedirects: false } : {}),
      ...(authorization === null
        ? {}
        : { authorization, headers: call.headers.filter((header) => !/^authorization$/i.test(header.name)) }),
    },
    notes,
  }
}

/** `client.global.set("token", response.body.access_token)`. */
const tokensOfScript = (script: string): string[] =>
  [...script.matchAll(/\.set\(\s{0,20}["']([\w.-]{1,100})["']\s{0,20},[^;\n]{0,200}access_?token/gi)].map(
    ([, name = '']) => name,
  )

/** VS Code and IntelliJ take name and password as they are, with a blank or a colon between. */
function withBasic(value: string): string {
  const [, name, password] = /^basic\s+([^\s:]+)(?:\s+|:)(\S.*)$/i.exec(value) ?? []
  return name === undefined || password === undefined ? value : encodedBasic(`${name}:${password}`)
}

function otherLogin(headers: readonly (readonly [string, string])[]): string | null {
  return /^(Digest|AWS|NTLM|COGNITO)\s/i.exec(headerOf(headers, 'authorization'))?.[1] ?? null
}

/** A path alone is one of the host that the header field names. */
const urlOf = (address: string, host: string): string =>
  address.startsWith('/') && host !== ''
    ? `${/:(?:8?443)$/.test(host) ? 'https' : 'http'}://${host}${address}`
    : withScheme(address, 'http')

import type { Exchange } from '../contract/exchange.ts'
import type { Finding, Pointer } from '../contract/finding.ts'
import { memberRange, type TextRange } from './json-member-range.ts'

/** All that a finding points at: also where the server's own words and its error code are. */
export function pointersOf({ pointers, evidence }: Pick<Finding, 'pointers' | 'evidence'>): Pointer[] {
  const { said = '', place = '', error = '', status = '' } = evidence
  const words = said === '' || place === '' ? [] : [placeOf(place)]
  const code = error === '' ? [] : [{ kind: 'response_member', name: 'error' } as const]
  const line = status !== '' && words.length === 0 && code.length === 0 ? [{ kind: 'response_status' } as const] : []
  return [...pointers, ...words, ...code, ...line]
}

const placeOf = (place: string): Pointer =>
  place === 'WWW-Authenticate' ? { kind: 'response_header', name: place } : { kind: 'response_member', name: place }

type Message = Pick<Exchange['request'], 'headers' | 'body'>

/** The ranges of a request, as text with its start line, that are pointed at. `text` may end before the body does. */
export function marksInRequest(text: string, { body }: Message, pointers: readonly Pointer[]): TextRange[] {
  const head = text.indexOf('\n\n') < 0 ? text.length : text.indexOf('\n\n')
  const bodyAt = head + 2
  return pointers.flatMap((pointer): TextRange[] => {
    switch (pointer.kind) {
      case 'request_url': {
        const line = text.split('\n', 1)[0] ?? ''
        const [from, to] = [line.indexOf(' ') + 1, line.lastIndexOf(' ')]
        return from < to ? [[from, to]] : []
      }
      case 'request_header':
        return headerRanges(text.slice(0, head), pointer.name)
      case 'request_parameter': {
        const sent = text.slice(bodyAt)
        const inBody = body === null ? [] : parameterRanges(sent, pointer.name)
        if (inBody.length > 0) return inBody.map(([from, to]) => [from + bodyAt, to + bodyAt])
        return parameterRanges(text.split('\n', 1)[0] ?? '', pointer.name)
      }
      case 'claim':
      case 'response_status':
      case 'response_header':
      case 'response_member':
      case 'response_bytes':
      case 'field':
        return []
    }
  })
}

/** The ranges of the head of an answer that are pointed at. */
export function marksInResponseHead(text: string, pointers: readonly Pointer[]): TextRange[] {
  return pointers.flatMap((pointer): TextRange[] => {
    if (pointer.kind === 'response_status') return [[0, (text.split('\n', 1)[0] ?? '').length]]
    return pointer.kind === 'response_header' ? headerRanges(text, pointer.name) : []
  })
}

/** The ranges of the body of an answer, as it is shown, that are pointed at. */
export function marksInResponseBody(text: string, pointers: readonly Pointer[]): TextRange[] {
  return pointers.flatMap((pointer): TextRange[] => {
    if (pointer.kind === 'response_member') {
      const range = memberRange(text, pointer.name)
      return range === null ? [] : [range]
    }
    if (pointer.kind !== 'response_bytes') return []
    const [from, to] = [pointer.offset, pointer.offset + pointer.length].map((at) => Math.min(at, text.length))
    return from === undefined || to === undefined || from >= to ? [] : [[from, to]]
  })
}

/** Every field of this name, from its name to the end of its line. */
function headerRanges(head: string, name: string): TextRange[] {
  let at = 0
  const ranges: TextRange[] = []
  for (const [index, line] of head.split('\n').entries()) {
    if (index > 0 && line.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ranges.push([at, at + line.length])
    at += line.length + 1
  }
  return ranges
}

/** A parameter of a form or of a query, each time that it is there; or a member where the body is JSON. */
function parameterRanges(text: string, name: string): TextRange[] {
  if (text.trimStart().startsWith('{')) {
    const range = memberRange(text, name)
    return range === null ? [] : [range]
  }
  const ranges: TextRange[] = []
  const sought = `${encodeURIComponent(name)}=`
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (at > 0 && !'&?\n'.includes(text.charAt(at - 1))) continue
    const end = text.slice(at).search(/[&\s]/)
    ranges.push([at, end < 0 ? text.length : at + end])
  }
  return ranges
}

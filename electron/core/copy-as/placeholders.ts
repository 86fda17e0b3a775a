import { Buffer } from 'node:buffer'
import type { HttpRequest } from '../http/transcript.ts'
import {
  type BasicPair,
  type BodyPart,
  type Piece,
  type Pieces,
  tidy,
  utf8,
  type VariableAs,
  type WrittenRequest,
} from './pieces.ts'

interface HowWritten {
  /** How the secret of a Basic pair is encoded. */
  basic: 'text' | 'form'
  /** How values go into the body: into the fields of a form, into the strings of JSON, or as they are. */
  body: Exclude<VariableAs, 'url'>
}

type Slot = { variable: string } | { file: string }

/**
 * Marks that are built into a request in the place of secrets and files, and found again in what was built: so a copied
 * request comes from the same functions as one that is sent, and no secret is read for it.
 */
export interface Placeholders {
  ofVariable: (variable: string) => string
  ofFile: (path: string) => Buffer
  /** The request with names in the place of the marks. */
  written: (request: HttpRequest, how: HowWritten) => WrittenRequest
}

/** `unguessable` is in no text that a person typed. */
export function createPlaceholders(unguessable: string): Placeholders {
  const mark = `ccx${unguessable.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()}`
  const slots: Slot[] = []
  const add = (slot: Slot): string => `${mark}v${slots.push(slot) - 1}z`

  /** Texts and what is between them, in turns. */
  function split(text: string): (string | Slot)[] {
    const [first = '', ...others] = text.split(mark)
    return [
      first,
      ...others.flatMap((other): (string | Slot)[] => {
        const end = other.indexOf('z')
        const slot = slots[Number(other.slice(1, end))]
        return slot === undefined ? [mark + other] : [slot, other.slice(end + 1)]
      }),
    ]
  }

  function pieces(text: string, as: VariableAs): Piece[] {
    return tidy(
      split(text).map((part) => {
        if (typeof part === 'string') return part
        return 'variable' in part ? { variable: part.variable, as } : part.file
      }),
    )
  }

  /** Percent-encoded where it is in the path or the query; what names the server stays. */
  function urlPieces(url: string): Piece[] {
    const server = /^https?:\/\/[^/?#]*/i.exec(url)?.[0] ?? ''
    return tidy([...pieces(server, 'text'), ...pieces(url.slice(server.length), 'url')])
  }

  function headerPieces(name: string, value: string, as: 'text' | 'form'): Pieces {
    const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(value)?.[1]
    const pair = encoded === undefined ? null : Buffer.from(encoded, 'base64').toString('utf8')
    if (name.toLowerCase() !== 'authorization' || pair === null || !pair.includes(mark)) return pieces(value, 'text')
    return ['Basic ', basicPair(pieces(pair, 'text'), as)]
  }

  function bodyParts(body: Uint8Array, as: VariableAs): BodyPart[] {
    const parts: BodyPart[] = []
    let text: Piece[] = []
    const flush = () => {
      if (text.length > 0) parts.push({ text })
      text = []
    }
    for (const part of split(Buffer.from(body).toString('latin1'))) {
      if (typeof part !== 'string') {
        if ('variable' in part) text.push({ variable: part.variable, as })
        else {
          flush()
          parts.push(part)
        }
      } else if (part !== '') {
        const bytes = Buffer.from(part, 'latin1')
        const words = utf8(bytes)
        if (words === null) {
          flush()
          parts.push({ bytes })
        } else text.push(words)
      }
    }
    flush()
    return parts
  }

  return {
    ofVariable: (variable) => add({ variable }),
    ofFile: (file) => Buffer.from(add({ file })),
    written: ({ method, url, headers, body }, { basic, body: as }) => ({
      method,
      url: urlPieces(url),
      headers: headers.map(([name, value]) => [name, headerPieces(name, value, basic)] as const),
      body: body === null ? null : bodyParts(body, as),
    }),
  }
}

function basicPair(pieces: readonly Piece[], as: 'text' | 'form'): BasicPair {
  const [user = '', secret] = pieces
  return typeof user === 'string' && typeof secret === 'object' && 'variable' in secret
    ? { basic: user, variable: secret.variable, as }
    : { basic: '', variable: '', as }
}

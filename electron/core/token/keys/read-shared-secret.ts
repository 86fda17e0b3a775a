import type { KeySource } from '../../../contract/verification.ts'
import { readBase64Url } from '../decode/base64url.ts'

/** The octets, or a sentence that says what is wrong; it never quotes the secret. */
type Reading = { ok: true; value: Uint8Array } | { ok: false; message: string }

type Encoding = Extract<KeySource, { kind: 'secret' }>['encoding']

/** The octets of a typed shared secret. As UTF-8 every character counts; white space around the others does not. */
export function readSharedSecret(text: string, encoding: Encoding): Reading {
  const typed = text.trim()
  switch (encoding) {
    case 'utf-8':
      return { ok: true, value: Buffer.from(text) }
    case 'base64url': {
      const reading = readBase64Url(typed)
      if (reading.ok && reading.bytes.length > 0) return { ok: true, value: reading.bytes }
      return fail(reading.ok ? empty : base64urlProblem(reading, typed))
    }
    case 'hex': {
      const offset = typed.search(/[^0-9a-f]/i)
      if (typed === '') return fail(empty)
      if (offset !== -1) return fail(`Character ${offset + 1} is no hexadecimal digit (0–9, a–f).`)
      if (typed.length % 2 === 1) return fail('Hexadecimal digits come in pairs, and there is one too many or too few.')
      return { ok: true, value: Buffer.from(typed, 'hex') }
    }
  }
}

function base64urlProblem(
  { reason, offset }: { reason: 'character' | 'length'; offset: number },
  text: string,
): string {
  if (reason === 'length') return 'This number of characters is impossible for base64url: was it copied whole?'
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text)
  const hint = isBase64 ? ' This looks like base64: base64url has - and _ in the place of + and /, and no =.' : ''
  return `Character ${offset + 1} does not belong to base64url.${hint}`
}

const empty = 'Enter the shared secret.'
const fail = (message: string): Reading => ({ ok: false, message })

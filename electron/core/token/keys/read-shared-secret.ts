import type { Problem } from '../../../contract/problem.ts'
import type { KeySource } from '../../../contract/verification.ts'
import { problem } from '../../problem.ts'
import { readBase64Url } from '../decode/base64url.ts'

/** The octets, or what is wrong with the text; never quotes the secret. */
type Reading = { ok: true; value: Uint8Array } | { ok: false; problem: Problem }

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
      return fail(reading.ok ? problem('shared_secret_missing') : base64urlProblem(reading, typed))
    }
    case 'hex': {
      const offset = typed.search(/[^0-9a-f]/i)
      if (typed === '') return fail(problem('shared_secret_missing'))
      if (offset !== -1) return fail(problem('shared_secret_not_hex', { character: String(offset + 1) }))
      if (typed.length % 2 === 1) return fail(problem('shared_secret_odd_hex'))
      return { ok: true, value: Buffer.from(typed, 'hex') }
    }
  }
}

function base64urlProblem(
  { reason, offset }: { reason: 'character' | 'length'; offset: number },
  text: string,
): Problem {
  if (reason === 'length') return problem('shared_secret_length')
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text)
  const character = String(offset + 1)
  return problem('shared_secret_not_base64url', { character, ...(isBase64 && { looks_like: 'base64' }) })
}

const fail = (problem: Problem): Reading => ({ ok: false, problem })

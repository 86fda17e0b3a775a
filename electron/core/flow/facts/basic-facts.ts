import { decodeUtf8 } from '../../token/decode/utf8.ts'
import type { BasicFacts } from '../../diagnosis/facts/basic-facts.ts'
import { secretFacts } from './secret-facts.ts'

export function basicFacts(authorization: string): BasicFacts {
  const encoded = authorization.trim().replace(/^basic[ \t]*/i, '')
  const isBase64 = encoded !== '' && /^[\w+/-]+={0,2}$/.test(encoded)
  const text = isBase64 ? decodeUtf8(Buffer.from(encoded, 'base64')) : null
  const colon = text?.indexOf(':') ?? -1
  if (text === null || colon === -1) return { isReadable: false, client_id: null, secret: null }
  const client_id = text.slice(0, colon)
  return { isReadable: true, client_id, secret: secretFacts(text.slice(colon + 1), client_id, null) }
}

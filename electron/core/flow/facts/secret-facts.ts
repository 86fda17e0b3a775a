import type { SecretFacts } from '../../diagnosis/facts/secret-facts.ts'

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
const percentEncoded = /^(?:[\w.~*+!'()-]|%[\da-f]{2})+$/i
const placeholder =
  /^(?:<[^<>]{1,60}>|\$\{[^{}]{1,60}\}|\{\{[^{}]{1,60}\}\}|\[[^[\]]{1,60}\]|%[A-Za-z_]{2,40}%|\*{3,}|•{3,}|x{4,}|changeme|change_me|secret|client_?secret|your[-_ ].{1,60}|todo|null|undefined|none)$/i

export function secretFacts(secret: string, clientId: string, setAt: number | null): SecretFacts {
  const trimmed = secret.trim()
  return {
    length: secret.length,
    whiteSpace: whiteSpaceOf(secret, trimmed),
    hasLineBreak: /[\r\n]/.test(secret),
    isChangedByFormEncoding: new URLSearchParams([['', secret]]).toString().slice(1) !== secret,
    isChangedByFormDecoding: /[+%]/.test(secret),
    looksPercentEncoded: percentEncoded.test(secret) && secret.includes('%'),
    hasNonAscii: /[^\x20-\x7E\s]/.test(secret),
    isUuid: uuid.test(trimmed),
    looksLikeJwt: /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(trimmed),
    looksLikePem: trimmed.startsWith('-----BEGIN '),
    isQuoted: trimmed.length > 1 && /^(["'`]).*\1$/s.test(trimmed),
    isPlaceholder: placeholder.test(trimmed.slice(0, 100)),
    equalsClientId: secret !== '' && secret === clientId,
    setAt,
  }
}

function whiteSpaceOf(secret: string, trimmed: string): SecretFacts['whiteSpace'] {
  const atStart = secret.trimStart() !== secret
  const atEnd = secret.trimEnd() !== secret
  if (atStart) return atEnd ? 'both' : 'start'
  return atEnd ? 'end' : /\s/.test(trimmed) ? 'inside' : null
}

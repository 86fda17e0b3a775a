import { readableClaims, readableHeader } from '../../common/json-source.ts'
import type { DecodedToken, Disclosure } from '../../contract/decoded-token.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { type Block, type Section, sectionOf } from './document.ts'
import type { EvidenceSubject } from './subject.ts'
import { timeOf } from '../../common/claim-time.ts'
import { utc } from '../../common/utc.ts'

/** Header and claims as source text, and anything else that can be read. */
export function contentSections({ decoded }: EvidenceSubject): Section[] {
  const [header, claims] = [readableHeader(decoded), readableClaims(decoded)]
  return [
    ...(header === null ? [] : sectionOf('Header', blocksOf(header))),
    ...(claims === null ? [] : sectionOf('Claims', blocksOf(claims))),
    ...besides(decoded),
  ]
}

function besides(decoded: DecodedToken): Section[] {
  switch (decoded.kind) {
    case 'signed_content':
      return sectionOf('Content', [{ kind: 'code', text: decoded.content.text }])
    case 'sd_jwt':
      return [
        ...sectionOf('Disclosures', [disclosures(decoded.disclosures)]),
        ...(decoded.keyBinding === null
          ? []
          : sectionOf('Key binding', [...blocksOf(decoded.keyBinding.header), ...blocksOf(decoded.keyBinding.claims)])),
      ]
    case 'paseto':
      return decoded.footer === null ? [] : sectionOf('Footer', [{ kind: 'code', text: decoded.footer.text }])
    case 'jws':
    case 'jwe':
    case 'opaque':
    case 'malformed':
    case 'empty':
      return []
  }
}

function disclosures(all: readonly Disclosure[]): Block {
  return {
    kind: 'table',
    head: ['Name', 'Value', 'Named by the claims'],
    rows: all.map(({ name, source, named }) => [name ?? 'element of a list', source, named ? 'yes' : 'no']),
  }
}

function blocksOf({ source, members }: JsonObject): Block[] {
  const duplicates = [...new Set(members.filter(({ duplicate }) => duplicate).map(({ name }) => name))]
  return [
    { kind: 'json', text: source },
    timesOf(members),
    ...(duplicates.length === 0 ? [] : [{ kind: 'prose', text: 'Duplicate names:' } as const, list(duplicates)]),
  ]
}

const list = (items: readonly string[]): Block => ({ kind: 'list', items })

const times = new Set(['iat', 'nbf', 'exp', 'auth_time', 'updated_at'])

function timesOf(members: JsonObject['members']): Block {
  const rows = members.flatMap(({ name, source }) => {
    const time = times.has(name) ? timeOf(source) : null
    if (time === null) return []
    return [[name, source, `${utc(time.seconds * 1000)}${time.fine ? ', taken as milliseconds' : ''}`]]
  })
  return { kind: 'table', head: ['Claim', 'As sent', 'In UTC'], rows }
}

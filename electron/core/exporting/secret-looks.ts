import { withoutEnding } from '../../common/without-ending.ts'

/** Tokens that issuers begin with something of their own so that they are recognized. */
const issued =
  /^(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|(?:AKIA|ASIA)[A-Z0-9]{16}$|xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}|[rs]k_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{10,}|AIza[A-Za-z0-9_-]{30,}|GOCSPX-[A-Za-z0-9_-]{20,}|ya29\.[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{30,}|SG\.[A-Za-z0-9_-]{16,}\.|hv[sbr]\.[A-Za-z0-9_-]{20,}|dop_v1_[a-f0-9]{40,}|pypi-[A-Za-z0-9_-]{20,}|age-plugin-|[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}$)/

/** What comes before a value that names something in public, however random it looks. */
const labels =
  /(?:\bkid|x5t(?:#S256)?|thumb-?print|finger-?print|sha-?(?:1|2|256|384|512)|md5|\bjti|e-?tag|digest|checksum|commit|revision|client[ _-]?id|app(?:lication)?[ _-]?id|tenant(?:[ _-]?id)?|trace(?:[ _-]?id)?|request[ _-]?id|correlation[ _-]?id)["']?\s{0,3}[:=]?\s{0,3}["']?$/i

const uuid = /[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}/g
const word = /[A-Za-z0-9+/_=~.-]+/g
const url = /[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>\\]+/gi

/** From how many letters and digits on; ids in URLs of 20 are common. */
const shortest = { word: 20, urlPart: 22 }

/** The words of a text that look like a secret: those of a known issuer, and those that are too random to be words. */
export function randomWords(text: string): string[] {
  const plain = text.replace(uuid, ' ')
  // A URL differs from a secret by its parts, since both hold slashes.
  const parts = (plain.match(url) ?? []).flatMap((one) => one.split(/(?:%20|[/?#&=:;,@])+/))
  return [
    ...unlabelled(plain.replace(url, ' ')).filter((one) => looksSecret(one, shortest.word)),
    ...parts.filter((one) => looksSecret(one, shortest.urlPart)),
  ]
}

/** Words, of `name=value` the value, but for those that have a label before them. */
function unlabelled(text: string): string[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    const name = /^[A-Za-z][A-Za-z0-9_.-]{0,40}=(?=[^=])/.exec(found)?.[0] ?? ''
    const before = text.slice(Math.max(0, index - 40), index) + name
    if (found.length < 16 || labels.test(before)) return []
    return [looksSecret(name.slice(0, -1), shortest.word) ? found : found.slice(name.length)]
  })
}

function looksSecret(found: string, least: number): boolean {
  const trimmed = withoutEnding(found.replace(/^[./=_-]+/, ''), '.')
  // An age recipient is public.
  if (/^age1[02-9ac-hj-np-z]{58}$/.test(trimmed)) return false
  return issued.test(trimmed) || isRandom(trimmed, least)
}

/**
 * Random text changes between small letters, capitals and digits all the time, and hardly repeats itself; words, host
 * names, paths and versions do not.
 */
function isRandom(text: string, least: number): boolean {
  const letters = text.replaceAll(/[^A-Za-z0-9]/g, '')
  if (letters.length < least || !/\d/.test(letters) || !/[A-Za-z]/.test(letters)) return false
  const isHex = /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(letters)
  if (isHex && letters.length < 32) return false
  return changes(text) >= 0.26 && entropyOf(letters) >= (isHex ? 2.8 : 3.3)
}

/** The share of neighbours that are of different kinds. A separator is no change, and neither is a capital that begins a word. */
function changes(text: string): number {
  let count = 0
  let known = 0
  let before: Kind = 'other'
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at))
    const beginsWord = before === 'capital' && kind === 'small'
    if (kind !== 'other') known += 1
    if (kind !== 'other' && before !== 'other' && kind !== before && !beginsWord) count += 1
    before = kind
  }
  return count / (known - 1)
}

type Kind = 'small' | 'capital' | 'digit' | 'other'

function kindOf(code: number): Kind {
  if (code >= 0x61 && code <= 0x7a) return 'small'
  if (code >= 0x41 && code <= 0x5a) return 'capital'
  return code >= 0x30 && code <= 0x39 ? 'digit' : 'other'
}

/** Bits a character, of ASCII. @see Shannon, A Mathematical Theory of Communication §6 */
function entropyOf(text: string): number {
  const counts = new Uint32Array(128)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts.reduce(
    (sum, count) => (count === 0 ? sum : sum - (count / text.length) * Math.log2(count / text.length)),
    0,
  )
}

import type { asn1 } from 'node-forge'

export type Asn1 = asn1.Asn1

/** Thrown while a structure is read, caught where its reading began: it is not shaped as its standard says. */
export class UnexpectedShape extends Error {}

/** The element at a path of indices. */
export function at(node: Asn1, ...path: readonly number[]): Asn1 {
  const found = path.reduce<Asn1 | undefined>((parent, index) => childrenOf(parent)[index], node)
  if (found === undefined) throw new UnexpectedShape('An element is missing.')
  return found
}

export function childrenOf(node: Asn1 | undefined): readonly Asn1[] {
  return node !== undefined && Array.isArray(node.value) ? node.value : []
}

/** The bytes of an OCTET STRING, which BER may have cut into pieces. @see X.690 §8.7 */
export function octetsOf(node: Asn1): Buffer {
  return typeof node.value === 'string' ? Buffer.from(node.value, 'latin1') : Buffer.concat(node.value.map(octetsOf))
}

/** A small INTEGER that is not negative. */
export function integerOf(node: Asn1): number {
  const bytes = octetsOf(node)
  if (bytes.length === 0 || bytes.length > 6) throw new UnexpectedShape('An integer is out of range.')
  return bytes.readUIntBE(0, bytes.length)
}

/** An OBJECT IDENTIFIER in dots. @see X.690 §8.19 */
export function oidOf(node: Asn1): string {
  const arcs: number[] = []
  let arc = 0
  for (const byte of octetsOf(node)) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first = 0, ...rest] = arcs
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - 40 * root, ...rest].join('.')
}

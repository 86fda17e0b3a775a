import { type Material, readMaterial } from './material.ts'

/** A key or certificate within JSON that is not a JWK itself. */
export interface JsonCredential {
  /** Its members from the root, such as `boxAppSettings.appAuth.privateKey`. */
  path: string
  material: Extract<Material, { kind: 'der' | 'pem' | 'json' | 'java_key_store' }>
  /** What a member beside it says: the name of the key, and its passphrase; null where none does. */
  kid: string | null
  passphrase: string | null
}

type Entry = readonly [path: string, value: unknown, siblings: object]

/** Shorter texts hold no key. */
const leastCharacters = 40

/**
 * The keys and certificates in JSON, in the order of the text, however deep and no matter what their members are called: key files
 * of Google, Zitadel, Box and others, and the answers of vaults. Without recursion.
 */
export function credentialsInJson(root: object): JsonCredential[] {
  const found: JsonCredential[] = []
  const waiting: Entry[] = [['', root, {}]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, value, siblings] = next
    if (typeof value === 'string') {
      const material = value.length < leastCharacters ? null : readMaterial(Buffer.from(value))
      if (material?.kind === 'json' && !isJwk(material.value)) waiting.push([path, material.value, siblings])
      else if (material !== null && isCredential(material)) {
        found.push({ path, material, kid: kidIn(siblings), passphrase: passphraseIn(siblings) })
      }
    } else if (isJwk(value)) {
      found.push({ path, material: { kind: 'json', text: '', value }, kid: null, passphrase: null })
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([name, inner]): Entry => [
        path === '' ? name : `${path}.${name}`,
        inner,
        value,
      ])
      for (const entry of entries.toReversed()) waiting.push(entry)
    }
  }
  return found
}

const isJwk = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string'

function isCredential(material: Material): material is JsonCredential['material'] {
  if (material.kind === 'json') return isJwk(material.value)
  return material.kind === 'der' || material.kind === 'pem' || material.kind === 'java_key_store'
}

/** `private_key_id` (Google), `keyId` (Zitadel), `publicKeyID` (Box). */
function kidIn(siblings: object): string | null {
  return memberNamed(siblings, /^(?:kid|(?:private|public)?keyid)$/)
}

function passphraseIn(siblings: object): string | null {
  return memberNamed(siblings, /^(?:privatekey)?pass(?:phrase|word)$/)
}

/** `pattern` is for names in lower case without `_` and `-`. */
function memberNamed(siblings: object, pattern: RegExp): string | null {
  const value = Object.entries(siblings).find(
    ([name, member]) => pattern.test(name.toLowerCase().replaceAll(/[_-]/g, '')) && member !== '',
  )?.[1]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

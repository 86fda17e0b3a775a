import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Test vectors that we did not make lie beside the repository, where they lie at all. */
const folder = path.resolve(import.meta.dirname, '../../../shared/vectors/wycheproof')

/** What the tests with them miss; null when they are there. */
export const missingVectors = existsSync(folder) ? null : 'There are no vectors in ../shared/vectors/wycheproof.'

export interface Vector {
  file: 'signature' | 'encryption' | 'key' | 'crypto'
  tcId: number
  comment: string
  /** JWK or JWKS, the public one where the group has it. */
  publicKey: object
  privateKey: object
  /** In compact form, or else the JSON that is in its place. */
  token: string
  isEncrypted: boolean
  /** Hexadecimal, when the vector says what comes out. */
  plaintext: string | null
  isValid: boolean
}

interface Group {
  public?: object
  private: object
  tests: { tcId: number; comment: string; jws?: unknown; jwe?: unknown; pt?: string; result: string }[]
}

/** Every JOSE vector of the project Wycheproof, in order. */
export function wycheproofVectors(): Vector[] {
  return (['signature', 'encryption', 'key', 'crypto'] as const).flatMap((file) =>
    groupsOf(file).flatMap((group) =>
      group.tests.map((test) => ({
        file,
        tcId: test.tcId,
        comment: test.comment,
        publicKey: group.public ?? group.private,
        privateKey: group.private,
        token: textOf(test.jws ?? test.jwe),
        isEncrypted: test.jwe !== undefined,
        plaintext: test.pt ?? null,
        isValid: test.result === 'valid',
      })),
    ),
  )
}

function groupsOf(file: string): Group[] {
  const parsed: { testGroups: Group[] } = JSON.parse(
    readFileSync(path.join(folder, `json_web_${file}_test.json`), 'utf8'),
  )
  return parsed.testGroups
}

function textOf(token: unknown): string {
  return typeof token === 'string' ? token : JSON.stringify(token)
}

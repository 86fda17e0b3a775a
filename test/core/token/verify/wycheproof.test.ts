import { expect, test } from 'vitest'
import { typedKeys } from '../keys/typed-keys.ts'
import { openJwe, readOpeningKeys } from '../../../../electron/core/token/decrypt/open.ts'
import { checkSignature } from '../../../../electron/core/token/verify/signature.ts'
import { missingVectors, type Vector, wycheproofVectors } from '../../../support/shared-vectors.ts'
import { because } from '../../../support/skipped.ts'

/** Vectors that we judge otherwise than Wycheproof does, each with the reason. */
const waivers: Readonly<Record<string, string>> = {
  'signature 346': 'the key says PS256 and the token PS384: a key is for one algorithm (RFC 8725 §3.1)',
  'signature 347': 'the key says "ES521", which is no algorithm; the token says ES512',
  'signature 350': 'the key says PS256 and the token PS384: a key is for one algorithm (RFC 8725 §3.1)',
  'signature 351': 'the key says "ES521", which is no algorithm; the token says ES512',
  'signature 367': 'called invalid for its padding, yet the vector has none: it is vector 357, letter by letter',
  'signature 370': 'called invalid for its padding, yet the vector has none: it is vector 357, letter by letter',
  'signature 372': 'called valid with a "?" in its header, which is not base64url (RFC 7515 §2)',
  'signature 373': 'called valid with a "?" in its payload, which is not base64url (RFC 7515 §2)',
  'encryption 100': 'RSA1_5 is not decrypted: whoever can try messages decrypts with it (RFC 8725 §3.2)',
  'encryption 101': 'RSA1_5, as 100',
  'encryption 102': 'RSA1_5, as 100',
  'encryption 103': 'RSA1_5, as 100',
  'encryption 104': 'RSA1_5, as 100',
  'encryption 105': 'RSA1_5, as 100',
  'encryption 112': 'RSA1_5, as 100',
  'encryption 128': 'RSA1_5, as 100',
}

/** As when somebody types the key and pastes the token. */
async function isAccepted(vector: Vector): Promise<boolean> {
  if (!vector.isEncrypted) {
    const keys = await typedKeys(JSON.stringify(vector.publicKey))
    return (await checkSignature(vector.token, keys)).result === 'passed'
  }
  const opened = await openJwe(vector.token, readOpeningKeys(JSON.stringify(vector.privateKey)))
  if (opened.kind === 'closed') return false
  return vector.plaintext === null || Buffer.from(opened.content).toString('hex') === vector.plaintext
}

test.skipIf(missingVectors !== null)(
  `of the 649 JOSE vectors of Wycheproof exactly 633 are judged as it says, and the 16 others have a named reason${because(missingVectors)}`,
  { timeout: 120_000 },
  async () => {
    const vectors = wycheproofVectors()
    const wrong: string[] = []
    for (const vector of vectors) {
      if ((await isAccepted(vector)) !== vector.isValid) wrong.push(`${vector.file} ${vector.tcId}`)
    }
    expect(vectors).toHaveLength(649)
    expect(wrong).toEqual(Object.keys(waivers))
  },
)

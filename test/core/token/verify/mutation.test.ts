import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { keysOf, type Signer, signer, verify } from '../../../support/signed-tokens.ts'

let signers: Signer[]
let tokens: string[]

beforeAll(async () => {
  signers = await Promise.all(['ES256', 'RS256', 'EdDSA'].map((alg, index) => signer(alg, `k${index}`)))
  tokens = await Promise.all(signers.map(({ sign }) => sign()))
})

const which = fc.nat(2)
const at = fc.nat(4096)
const character = fc.oneof(fc.stringMatching(/^[\w.=+/~ -]$/), fc.string({ minLength: 1, maxLength: 2 }))

async function isGenuine(token: string): Promise<boolean> {
  return (await verify(token, keysOf(...signers.map(({ jwk }) => jwk)))).verdict === 'genuine'
}

test('no token with another character anywhere, one more or one less is genuine', async () => {
  const kinds = fc.constantFrom('replace', 'insert', 'remove')
  await fc.assert(
    fc.asyncProperty(which, at, character, kinds, async (index, place, text, kind) => {
      const token = tokens[index] ?? ''
      const position = place % token.length
      const rest = token.slice(kind === 'insert' ? position : position + 1)
      const changed = token.slice(0, position) + (kind === 'remove' ? '' : text) + rest
      // White space around a token, and what follows the tilde of an SD-JWT, do not belong to what is signed.
      fc.pre(changed.trim() !== token && changed.split('~')[0] !== token)
      expect(await isGenuine(changed)).toBe(false)
    }),
    { numRuns: 1500 },
  )
}, 60_000)

test('no token put together from the parts of others is genuine', async () => {
  const parts = tokens.map((token) => token.split('.'))
  for (const header of [0, 1, 2]) {
    for (const payload of [0, 1, 2]) {
      for (const signature of [0, 1, 2]) {
        const token = `${parts[header]?.[0]}.${parts[payload]?.[1]}.${parts[signature]?.[2]}`
        expect(await isGenuine(token)).toBe(tokens.includes(token))
      }
    }
  }
})

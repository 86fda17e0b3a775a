import type { EvidenceOf, Writers } from '../../catalogue/evidence.ts'
import type { keyFitProblems } from '../../catalogue/problems/key-fit.ts'

type Key = Omit<EvidenceOf<(typeof keyFitProblems)['key_of_other_kind']>, 'alg'>

const curveNames: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'P-256'],
  ['secp384r1', 'P-384'],
  ['secp521r1', 'P-521'],
])
const algorithms: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'ES256'],
  ['secp384r1', 'ES384'],
  ['secp521r1', 'ES512'],
])

export const keyFitProblemWriters: Writers<typeof keyFitProblems, string> = {
  key_of_other_kind: ({ alg, ...key }) =>
    alg.startsWith('HS')
      ? `${alg} signs with the client secret, not with a private key. ${adviceFor(key)}`
      : `${alg} needs ${keyFor(alg)}, and this is ${describe(key)}. ${adviceFor(key)}`,
  rsa_key_too_small: ({ alg, bits, least }) =>
    `${alg} needs an RSA key of at least ${least} bits, and this one has ${bits}.`,
}

function keyFor(alg: string): string {
  if (alg === 'EdDSA') return 'an Ed25519 key'
  const curve = [...algorithms].find(([, name]) => name === alg)?.[0]
  return curve === undefined ? 'an RSA key' : `an EC key on the curve ${curveNames.get(curve)}`
}

function describe({ type, curve = '' }: Key): string {
  switch (type) {
    case 'rsa':
      return 'an RSA key'
    case 'rsa-pss':
      return 'a key of the type RSA-PSS, which this runtime cannot use for a JWT'
    case 'ec':
      return `an EC key on the curve ${curveNames.get(curve) ?? curve}`
    case 'ed25519':
      return 'an Ed25519 key'
    default:
      return `a key of the type ${type}`
  }
}

/** What to choose for this key. */
function adviceFor({ type, curve = '' }: Key): string {
  if (type === 'rsa') return 'Choose RS… or PS…, or another key.'
  if (type === 'ed25519') return 'Choose EdDSA, or another key.'
  const alg = algorithms.get(curve)
  return alg === undefined ? 'Use another key.' : `Choose ${alg}, or another key.`
}

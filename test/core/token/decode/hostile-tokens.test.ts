import { createHmac } from 'node:crypto'
import { compactVerify, exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { checkSentence } from '../../../../electron/wording/checks/sentences.ts'
import { checkOf, claims, keysOf, segment, type Signer, signer, verify } from '../../../support/signed-tokens.ts'

let ec: Signer
let rsa: Signer

beforeAll(async () => {
  ec = await signer('ES256')
  rsa = await signer('RS256', 'r1')
})

test.each(['none', 'None', 'NONE', 'nOnE'])('J1: alg %s is never genuine, signed or not', async (alg) => {
  for (const signature of ['', 'AAAA']) {
    const verified = await verify(`${segment({ alg })}.${segment(claims)}.${signature}`, keysOf(ec.jwk))
    expect(verified.verdict).toBe('not_genuine')
    expect(checkOf(verified, 'signature')).toMatchObject({ result: 'failed', reason: 'signature_none' })
    expect(checkOf(verified, 'algorithm')).toMatchObject({ result: 'failed', reason: 'algorithm_none' })
  }
})

const hmac = (header: object, secret: string | Uint8Array) => {
  const input = `${segment(header)}.${segment(claims)}`
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}

test('J2: a public key in any of its forms is no shared secret', async () => {
  const pem = await exportSPKI(await importPublic(rsa.jwk))
  const n = Buffer.from(rsa.jwk.n ?? '', 'base64url')
  for (const secret of [pem, pem.trim(), JSON.stringify(rsa.jwk), JSON.stringify({ keys: [rsa.jwk] }), n]) {
    const named = await verify(hmac({ alg: 'HS256', kid: 'r1' }, secret), keysOf(rsa.jwk))
    expect(named.verdict).toBe('not_genuine')
    expect(checkOf(named, 'signature')).toMatchObject({ result: 'failed', reason: 'algorithm_confusion' })
    const unnamed = await verify(hmac({ alg: 'HS256' }, secret), keysOf(rsa.jwk))
    expect(unnamed.verdict).toBe('undetermined')
    expect(checkOf(unnamed, 'signature').reason).toBe('signature_algorithm')
  }
})

test('J2: a shared secret verifies no asymmetric algorithm, and a key of another kind neither', async () => {
  const secret = new TextEncoder().encode('a secret that is long enough for HS256')
  const withSecret = await verify(await rsa.sign(), { kind: 'secret', secret })
  expect(checkOf(withSecret, 'signature')).toMatchObject({ result: 'not_possible', reason: 'public_key_needed' })
  const withOther = await verify(await rsa.sign(claims, { kid: 'k1' }), keysOf(ec.jwk))
  expect(checkOf(withOther, 'signature')).toMatchObject({ result: 'not_possible', reason: 'key_kind' })
})

test('J2: a shared secret verifies HS256, and only when it is long enough', async () => {
  const secret = new TextEncoder().encode('a secret that is long enough for HS256')
  const token = hmac({ alg: 'HS256', typ: 'at+jwt' }, secret)
  expect(await verify(token, { kind: 'secret', secret })).toMatchObject({ verdict: 'genuine' })
  const other = await verify(token, { kind: 'secret', secret: secret.subarray(1) })
  expect(checkOf(other, 'signature')).toMatchObject({ result: 'failed', reason: 'signature_invalid' })
  const short = new TextEncoder().encode('short')
  const verified = await verify(hmac({ alg: 'HS256' }, short), { kind: 'secret', secret: short })
  expect(verified.verdict).toBe('undetermined')
  expect(checkOf(verified, 'signature')).toMatchObject({
    reason: 'secret_short',
    evidence: { bytes: '5', least: '32' },
  })
})

test.each([
  ['HS256', 32],
  ['HS384', 48],
  ['HS512', 64],
])('J2: for %s a shared secret of %i bytes is long enough, and one byte less is not', async (alg, bytes) => {
  const reasonOf = async (length: number) => {
    const secret = new Uint8Array(length).fill(7)
    const token = await new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(secret)
    return checkOf(await verify(token, { kind: 'secret', secret }), 'signature').reason
  }
  expect([await reasonOf(bytes), await reasonOf(bytes - 1)]).toEqual(['signature_valid', 'secret_short'])
})

test('J3: jwk, jku, x5u and x5c of the header are named and not used, whether the signature is theirs or ours', async () => {
  const foreign = await generateKeyPair('ES256', { extractable: true })
  const offers = {
    jwk: await exportJWK(foreign.publicKey),
    jku: 'https://attacker.example/jwks',
    x5u: 'https://attacker.example/pem',
    x5c: ['MII='],
  }
  const header = { alg: 'ES256', kid: 'k1', typ: 'at+jwt', ...offers }
  const forged = await new SignJWT({ ...claims }).setProtectedHeader(header).sign(foreign.privateKey)
  const verified = await verify(forged, keysOf(ec.jwk))
  expect(verified.verdict).toBe('not_genuine')
  const ignored = 'jwk, jku, x5u, x5c'
  expect(checkOf(verified, 'signature')).toMatchObject({ reason: 'signature_invalid', evidence: { ignored } })
  expect(checkSentence(checkOf(verified, 'signature'))).toContain(ignored)
  const genuine = await verify(await ec.sign(claims, offers), keysOf(ec.jwk))
  expect(genuine.verdict).toBe('genuine')
  expect(checkOf(genuine, 'signature').evidence).toMatchObject({ ignored })
})

test.each([
  ['a path', '../../../../etc/passwd'],
  ['SQL', "k1' OR '1'='1"],
  ['a command', '| touch /tmp/x'],
  ['control characters', 'k1\u0000\u001B[31m\u202E'],
  ['a name of a prototype', '__proto__'],
  ['10 KB', 'k'.repeat(10_240)],
])('J4: a kid that is %s finds no key, and is shown in part only', async (_name, kid) => {
  const verified = await verify(await ec.sign(claims, { kid }), keysOf(ec.jwk))
  expect(verified.verdict).toBe('undetermined')
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'not_possible', reason: 'key_not_found' })
  expect(checkOf(verified, 'signature').evidence['kid']?.length).toBeLessThan(300)
})

test('J4: a kid that is no text is refused', async () => {
  const [, payload, signature] = (await ec.sign()).split('.')
  const token = `${segment({ alg: 'ES256', kid: ['k1'] })}.${payload}.${signature}`
  expect(checkOf(await verify(token, keysOf(ec.jwk)), 'signature')).toMatchObject({
    result: 'failed',
    reason: 'header_not_string',
  })
})

const order = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'
const zero = '0'.repeat(64)
const one = `${'0'.repeat(63)}1`

test.each([
  ['r = s = 0', zero + zero],
  ['r = 0, s = 1', zero + one],
  ['r = s = n', order + order],
  ['nothing but one byte', '00', 'signature_length'],
  ['65 bytes', `${zero}${zero}00`, 'signature_length'],
])('J5: an ES256 signature of %s is invalid', async (_name, hex, reason = 'signature_invalid') => {
  const [header, payload] = (await ec.sign()).split('.')
  const token = `${header}.${payload}.${Buffer.from(hex, 'hex').toString('base64url')}`
  const verified = await verify(token, keysOf(ec.jwk))
  expect(verified.verdict).toBe('not_genuine')
  expect(checkOf(verified, 'signature').reason).toBe(reason)
})

/** A token that is well signed with a header that jose would not make. */
async function signedWith(header: string, payload = segment(claims)): Promise<string> {
  const key = await crypto.subtle.importKey(
    'jwk',
    { ...ec.privateJwk },
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  )
  const input = `${segment(header)}.${payload}`
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(input))
  return `${input}.${Buffer.from(signature).toString('base64url')}`
}

test.each([
  ['an unknown crit', '{"alg":"ES256","kid":"k1","crit":["exp"],"exp":1}', 'crit_unknown'],
  ['a crit that names what is not there', '{"alg":"ES256","kid":"k1","crit":["b64"]}', 'crit_unknown'],
  ['an empty crit', '{"alg":"ES256","kid":"k1","crit":[]}', 'crit_malformed'],
  ['a crit that is no list', '{"alg":"ES256","kid":"k1","crit":"b64"}', 'crit_malformed'],
  ['b64 false', '{"alg":"ES256","kid":"k1","crit":["b64"],"b64":false}', 'payload_unencoded'],
  ['b64 false without crit', '{"alg":"ES256","kid":"k1","b64":false}', 'payload_unencoded'],
  ['alg twice', '{"alg":"none","alg":"ES256","kid":"k1"}', 'header_duplicate_name'],
  ['kid twice', '{"alg":"ES256","kid":"k2","kid":"k1"}', 'header_duplicate_name'],
])('J5: %s is red and named, although the signature fits', async (_name, header, reason) => {
  const verified = await verify(await signedWith(header), keysOf(ec.jwk))
  expect(verified.verdict).toBe('not_genuine')
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'failed', reason })
  expect(checkSentence(checkOf(verified, 'signature'))).not.toBe(reason)
})

test('b64 true is what every token has', async () => {
  const token = await signedWith('{"alg":"ES256","kid":"k1","crit":["b64"],"b64":true}')
  expect(await verify(token, keysOf(ec.jwk))).toMatchObject({ verdict: 'genuine' })
})

test('an algorithm that is not verified here is said to be so, never invalid', async () => {
  for (const alg of ['ES256K', 'Ed448', 'ML-DSA-44', 'XX999']) {
    const verified = await verify(await signedWith(JSON.stringify({ alg, kid: 'k1' })), keysOf(ec.jwk))
    expect(verified.verdict).toBe('undetermined')
    expect(checkOf(verified, 'signature')).toMatchObject({ result: 'not_possible', reason: 'signature_unsupported' })
    expect(checkSentence(checkOf(verified, 'signature'))).toBe(`this runtime cannot check ${alg}`)
  }
})

async function importPublic(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256', { extractable: true })
  if (key instanceof Uint8Array) throw new Error('This is a secret.')
  await compactVerify(await rsa.sign(), key)
  return key
}

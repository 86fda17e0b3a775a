import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import { makeCertificates } from '../../electron/sandbox/certificates/make.ts'
import { makeCanary } from './canary.ts'

/** A canary in every place where a secret can be. */
export interface CanarySecrets {
  secrets: Required<TypedSecrets>
  /** The certificate that belongs to `client_certificate_key`; it is public. */
  certificate: string
  /** The value of the secret variable `key`. */
  variable: string
  /** A secret that is typed into a form and not set. */
  typed: string
  /** One that is set in the place of another, and one that answers when it is asked for. */
  rotated: string
  answered: string
  accessToken: string
  /** A token that is pasted, as one word and as a JWT. */
  pasted: string
  pastedJwt: string
  exportPassphrase: string
  /** What must be nowhere: all of these, and of the keys each line and the private number. */
  texts: readonly string[]
}

export async function makeCanarySecrets(): Promise<CanarySecrets> {
  const { selfSigned } = await makeCertificates({ client: 'client', selfSigned: 'client' }, Date.now())
  const passphrases = {
    private_key_passphrase: makeCanary('private_key_passphrase'),
    client_certificate_passphrase: makeCanary('client_certificate_passphrase'),
  }
  const signing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const proof = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const certificate = createPrivateKey(selfSigned.key)
  const encrypted = (key: typeof signing, passphrase: string): string =>
    key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()

  const variable = visible('secret_variable')
  const secrets = {
    client_secret: makeCanary('client_secret'),
    private_key: encrypted(signing, passphrases.private_key_passphrase),
    client_certificate_key: encrypted(certificate, passphrases.client_certificate_passphrase),
    dpop_key: proof.export({ type: 'pkcs8', format: 'pem' }).toString(),
    proxy_password: makeCanary('proxy_password'),
    vault_token: visible('vault_token'),
    vault_secret_id: visible('vault_secret_id'),
    secret_variables: JSON.stringify({ key: variable }),
    ...passphrases,
  }
  const others = {
    variable,
    typed: makeCanary('typed'),
    rotated: makeCanary('rotated'),
    answered: makeCanary('answered'),
    accessToken: visible('access_token'),
    pasted: visible('pasted').replaceAll(/[^\w-]/g, ''),
    pastedJwt: jwtOf(makeCanary('pasted_jwt')),
    exportPassphrase: makeCanary('export'),
  }
  const keys = [signing, proof, certificate]
  const lines = Object.values(secrets).flatMap((text) =>
    text.startsWith('-----') ? text.split('\n').filter((line) => line.length > 20 && !line.startsWith('-')) : [text],
  )
  const numbers = keys.map((key) => key.export({ format: 'jwk' }).d ?? '')
  return {
    secrets,
    certificate: selfSigned.certificate,
    ...others,
    texts: [...lines, ...numbers, ...Object.values(others)],
  }
}

/** A JWT that holds the text in its signature, which nothing shows. */
const jwtOf = (text: string): string =>
  [{ alg: 'RS256', kid: 'none' }, { iss: 'https://as.example' }, text]
    .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
    .join('.')

/** Without the white space and the accents that tokens do not have. */
const visible = (name: string): string => makeCanary(name).replaceAll(/[^!-~]|"|\\/g, '')

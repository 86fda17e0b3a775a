import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

export interface OpensslFolder {
  path: string
  /** Runs openssl there; arguments are separated by spaces, those with spaces come last. */
  openssl: (command: string, ...last: string[]) => Promise<void>
  read: (name: string) => Promise<Buffer>
  remove: () => Promise<void>
}

/** A temporary folder in which the openssl command makes keys and certificates. */
export async function opensslFolder(): Promise<OpensslFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ccx-keys-'))
  return {
    path: folder,
    openssl: async (command, ...last) => {
      await promisify(execFile)('openssl', [...command.split(' '), ...last], { cwd: folder })
    },
    read: (name) => readFile(path.join(folder, name)),
    remove: () => rm(folder, { recursive: true }),
  }
}

const kinds = {
  rsa: '-algorithm RSA -pkeyopt rsa_keygen_bits:2048',
  p256: '-algorithm EC -pkeyopt ec_paramgen_curve:P-256',
  p384: '-algorithm EC -pkeyopt ec_paramgen_curve:P-384',
  ed25519: '-algorithm ED25519',
} as const

export const keyKinds = Object.keys(kinds).filter((kind): kind is keyof typeof kinds => kind in kinds)

/** Makes `<kind>.p8` (PKCS#8) of every kind, and a self-signed `<kind>.crt` for it. */
export async function makeKeys({ openssl }: OpensslFolder): Promise<void> {
  for (const kind of keyKinds) {
    await openssl(`genpkey ${kinds[kind]} -out ${kind}.p8`)
    await openssl(`req -x509 -new -key ${kind}.p8 -days 30 -out ${kind}.crt -subj /CN=${kind}`)
  }
}

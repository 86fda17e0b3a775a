import type { X509Certificate } from 'node:crypto'
import { type Asn1, at, childrenOf, integerOf, octetsOf, oidOf, UnexpectedShape } from './asn1.ts'
import { certificateOf } from './certificate.ts'
import { decrypt, type Forge, type Password, Unusable } from './pfx-encryption.ts'
import { failed, type Unopened } from './opening.ts'
import { passwordByMac } from './pfx-mac.ts'
import { passwordForms } from './pkcs12-derivation.ts'
import { unreadable } from './reading.ts'

/** What a PFX holds: keys as PKCS#8 (DER), and certificates. */
export interface PfxContent {
  keys: readonly Buffer[]
  certificates: readonly X509Certificate[]
}

export type PfxReading = { ok: true; value: PfxContent } | Unopened

const data = '1.2.840.113549.1.7.1'
const signedData = '1.2.840.113549.1.7.2'
const encryptedData = '1.2.840.113549.1.7.6'
const bags = '1.2.840.113549.1.12.10.1'
const x509 = '1.2.840.113549.1.9.22.1'

/** Opens a PKCS#12 file (PFX). Its encryption may be modern (PBES2) or old (3DES, RC2). @see RFC 7292 */
export async function readPfx(bytes: Buffer, passphrase: string): Promise<PfxReading> {
  const { default: forge } = await import('node-forge')
  try {
    return await readContent(forge, bytes, passphrase)
  } catch (error) {
    return error instanceof Unusable ? { ok: false, part: 'key', problem: error.problem } : failed('pfx_damaged')
  }
}

async function readContent(forge: Forge, bytes: Buffer, passphrase: string): Promise<PfxReading> {
  const pfx = parse(forge, bytes)
  if (integerOf(at(pfx, 0)) !== 3) throw new UnexpectedShape('Not version 3.')
  const kind = oidOf(at(pfx, 1, 0))
  if (kind === signedData) throw new Unusable(unreadable('pfx_signed'))
  const content = octetsOf(at(pfx, 1, 1, 0))
  const pkcs12 = await passwordByMac(childrenOf(pfx)[2], content, passwordForms(passphrase))
  if (pkcs12 === null) return wrong(passphrase)
  const password = { pkcs12, text: passphrase }
  const keys: Buffer[] = []
  const certificates: X509Certificate[] = []
  for (const safe of childrenOf(parse(forge, content))) {
    const contents = await openSafe(forge, safe, password)
    if (contents === null) return wrong(passphrase)
    for (const bag of bagsOf(parse(forge, contents))) {
      const value = at(bag, 1, 0)
      switch (oidOf(at(bag, 0))) {
        case `${bags}.1`:
          keys.push(derOf(forge, value))
          break
        case `${bags}.2`: {
          const key = await decrypt(forge, at(value, 0), octetsOf(at(value, 1)), password)
          if (key === null) return wrong(passphrase)
          keys.push(key)
          break
        }
        case `${bags}.3`: {
          const certificate = oidOf(at(value, 0)) === x509 ? certificateOf(octetsOf(at(value, 1, 0))) : null
          if (certificate !== null) certificates.push(certificate)
          break
        }
      }
    }
  }
  return { ok: true, value: { keys, certificates } }
}

/** The contents of one part of the file; null when the passphrase is wrong. */
async function openSafe(forge: Forge, safe: Asn1, password: Password): Promise<Buffer | null> {
  const kind = oidOf(at(safe, 0))
  if (kind === data) return octetsOf(at(safe, 1, 0))
  if (kind !== encryptedData) throw new Unusable(unreadable('pfx_encrypted_for_certificate'))
  const info = at(safe, 1, 0, 1)
  return decrypt(forge, at(info, 1), octetsOf(at(info, 2)), password)
}

/** The bags, those inside of bags included. */
function bagsOf(contents: Asn1): Asn1[] {
  return childrenOf(contents).flatMap((bag) => (oidOf(at(bag, 0)) === `${bags}.6` ? bagsOf(at(bag, 1, 0)) : [bag]))
}

const latin1 = (bytes: Buffer) => bytes.toString('latin1')

function parse({ asn1 }: Forge, bytes: Buffer): Asn1 {
  return asn1.fromDer(latin1(bytes))
}

function derOf({ asn1 }: Forge, node: Asn1): Buffer {
  return Buffer.from(asn1.toDer(node).getBytes(), 'latin1')
}

function wrong(passphrase: string): PfxReading {
  const code = passphrase === '' ? 'pfx_passphrase_missing' : 'pfx_passphrase_wrong'
  return { part: 'passphrase', ...unreadable(code) }
}

import { randomBytes } from 'node:crypto'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { type Identity, type Recipient, Stanza } from 'age-encryption'
import type { AgeProblem } from '../../contract/import-problem.ts'
import { scryptInThread } from '../secrets/scrypt-thread.ts'
import { withoutEnding } from '../../common/without-ending.ts'

/** The logarithm of the work that one guess costs: 18 is what the age tool writes; 256 MiB and about a second. */
const writtenWorkFactor = 18

/** 1 GiB. More would let a file that somebody sent take the memory of the whole machine. */
const highestWorkFactor = 20

/** More work for one guess than is done, or can be. */
export class TooCostly extends Error {
  readonly problem: AgeProblem

  constructor(problem: AgeProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * age's passphrase recipient with scrypt in its own thread: the library's works in JavaScript on this one, and would
 * hold everything up for seconds.
 *
 * @see https://age-encryption.org/v1 "The scrypt recipient type"
 */
export function passphraseRecipient(passphrase: string): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16)
      const key = await derive(passphrase, salt, writtenWorkFactor)
      const body = chacha20poly1305(key, zeroNonce).encrypt(fileKey)
      return [new Stanza(['scrypt', withoutPadding(salt), String(writtenWorkFactor)], body)]
    },
  }
}

export function passphraseIdentity(passphrase: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt')
      if (stanza === undefined) return null
      const [, salt = '', workFactor = '', ...more] = stanza.args
      const bytes = Buffer.from(salt, 'base64')
      const sound = stanzas.length === 1 && more.length === 0 && withoutPadding(bytes) === salt && bytes.length === 16
      // 16 bytes of file key and 16 of tag: another length could be made to open under more than one passphrase.
      if (!sound || stanza.body.length !== 32 || !/^[1-9][0-9]*$/.test(workFactor))
        throw new Error('The scrypt stanza is malformed.')
      if (Number(workFactor) > highestWorkFactor)
        throw new TooCostly({
          code: 'work_factor_too_high',
          evidence: { asked: workFactor.slice(0, 20), most: highestWorkFactor, usual: writtenWorkFactor },
        })
      const key = await derive(passphrase, bytes, Number(workFactor))
      try {
        return chacha20poly1305(key, zeroNonce).decrypt(stanza.body)
      } catch {
        return null
      }
    },
  }
}

/** Each key of scrypt is used once, as its salt is random. */
const zeroNonce = new Uint8Array(12)

async function derive(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Uint8Array> {
  const labelled = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt])
  const work = { cost: 2 ** workFactor, blockSize: 8, parallelization: 1 }
  try {
    return await scryptInThread(passphrase, labelled, work)
  } catch {
    throw new TooCostly({ code: 'no_memory', evidence: { mebibytes: work.cost >> 10 } })
  }
}

function withoutPadding(bytes: Uint8Array): string {
  return withoutEnding(Buffer.from(bytes).toString('base64'), '=')
}

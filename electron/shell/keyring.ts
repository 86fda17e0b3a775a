import type { SafeStorage } from 'electron'
import type { Keyring } from '../core/ports.ts'

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

/** How long a person may take to unlock the keyring, in milliseconds. */
const patience = 60_000

/**
 * The system's keyring behind Electron's safeStorage. On Linux only the Secret Service and KWallet count: without one,
 * safeStorage calls itself available and encrypts with a constant key, which protects nothing and is marked by `v10`.
 * A keyring that was found locked or missing stays so until the app is started again: Chromium asks once per process.
 */
export function createKeyring(storage: Storage, platform: NodeJS.Platform, milliseconds: number = patience): Keyring {
  const inTime = <Result>(asked: Promise<Result>): Promise<Result> => answeredWithin(milliseconds, asked)
  const elsewhere = platform === 'darwin' ? 'keychain' : platform === 'win32' ? 'dpapi' : null

  const refuseConstantKey = (wrapped: Buffer): Buffer => {
    if (elsewhere === null && wrapped.subarray(0, 3).toString('latin1') === 'v10') {
      throw new Error(
        'There is no keyring, or it is locked: what was asked would use a constant key, which protects nothing.',
      )
    }
    return wrapped
  }
  const wrap = async (text: string): Promise<Buffer> =>
    refuseConstantKey(await inTime(storage.encryptStringAsync(text)))

  return {
    backend: async () => {
      try {
        if (!(await inTime(storage.isAsyncEncryptionAvailable()))) return null
        if (elsewhere !== null) return elsewhere
        await wrap('Is there a key?')
        return nameOnLinux(storage.getSelectedStorageBackend())
      } catch {
        return null
      }
    },
    wrap,
    unwrap: async (wrapped) =>
      (await inTime(storage.decryptStringAsync(refuseConstantKey(Buffer.from(wrapped))))).result,
  }
}

const accepted = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']

/** Electron names it only once something asked synchronously; the ciphertext has shown by then that there is one. */
function nameOnLinux(backend: string): string | null {
  return backend === '' ? 'secret_service' : (accepted.find((name) => name === backend) ?? null)
}

/** A prompt that nobody answers would be waited for without end. */
async function answeredWithin<Result>(milliseconds: number, asked: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    const message = `The keyring did not answer within ${milliseconds / 1000} s. Unlock it, then try again.`
    timer = setTimeout(() => reject(new Error(message)), milliseconds)
  })
  return Promise.race([asked, tooLong]).finally(() => clearTimeout(timer))
}

import type { Clipboard } from 'electron'

/** How long a secret may stay on the clipboard, in milliseconds. */
const secretStays = 60_000

export interface SecretClipboard {
  copy: (secret: string) => void
  /** Puts a text there that is no secret, and leaves it there. */
  copyText: (text: string) => void
  /** Clears the clipboard if it still holds the secret copied last. */
  forget: () => Promise<void>
  holdsSecret: () => boolean
}

/** Puts secrets on the clipboard and takes them off again, unless something else was copied since. */
export function createSecretClipboard(
  clipboard: Pick<Clipboard, 'readText' | 'writeText' | 'clear'>,
  later: (run: () => void, milliseconds: number) => () => void,
): SecretClipboard {
  let copied: string | null = null
  let cancelTimer = (): void => {}

  async function write(text: string): Promise<void> {
    try {
      await clipboard.writeText(text)
    } catch (error) {
      console.error('The clipboard took nothing:', error)
    }
  }

  async function forget(): Promise<void> {
    const secret = copied
    copied = null
    cancelTimer()
    if (secret !== null && (await clipboard.readText()) === secret) clipboard.clear()
  }

  return {
    copy: (secret) => {
      cancelTimer()
      copied = secret
      void write(secret)
      cancelTimer = later(() => void forget(), secretStays)
    },
    copyText: (text) => {
      cancelTimer()
      copied = null
      void write(text)
    },
    forget,
    holdsSecret: () => copied !== null,
  }
}

import { passphraseMinimum } from '../vocabulary/limits.ts'

/** What there is to know of a passphrase while it is typed. */
export function passphraseHint(typed: string): string {
  const missing = passphraseMinimum - typed.length
  if (typed === '')
    return `At least ${passphraseMinimum} characters; five or six random words are strong and can be remembered.`
  if (missing > 0) return missing === 1 ? '1 more character.' : `${missing} more characters.`
  if (new Set(typed).size < 5) return 'Long enough, but easily guessed: it is the same few characters.'
  return typed.length < 20 ? 'Long enough. More words make it stronger.' : 'Long enough.'
}

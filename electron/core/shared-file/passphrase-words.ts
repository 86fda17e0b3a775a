import { randomInt } from 'node:crypto'
import { wordlist } from '@scure/bip39/wordlists/english.js'

/**
 * A passphrase that a person can read out and type: six words of the 2,048 English ones of BIP-39, of which no two
 * begin with the same four letters. Each is drawn uniformly and by itself, so that there are 2^66 passphrases; with the
 * work that age asks per guess (scrypt, 256 MiB), trying them all is out of reach.
 *
 * `draw` gives a whole number from 0 up to, and without, its argument.
 */
export function newPassphraseWords(draw: (below: number) => number = randomInt): string {
  return Array.from({ length: 6 }, () => wordlist[draw(wordlist.length)]).join('-')
}

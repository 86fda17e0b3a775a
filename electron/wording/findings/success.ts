import type { FindingWriters } from './writer.ts'
import { duration } from '../duration.ts'

/** What is worth knowing of an exchange that went well. */
export const successWriters = {
  lifetime_long: (e) => [
    'A long lifetime',
    `The token lives ${duration(e('expires_in'))}. Whoever gets hold of a Bearer token can use it that long.`,
    'Keep lifetimes short where the server lets you: a new token costs one request.',
  ],
  clock_differs: (e) => [
    'The clocks differ',
    `The server’s clock is ${duration(e('seconds'))} ${e('server') === 'ahead' ? 'ahead of' : 'behind'} this computer’s, by its Date header.`,
    'Set both by a time server (NTP): tokens and assertions are judged by the clock.',
  ],
  token_without_audience: () => [
    'The token names no audience',
    'It has no aud, so each API that trusts the issuer may accept it.',
    'Name the API as Audience or Resource where the server takes one.',
  ],
  server_certificate_ends: (e) => [
    'The server’s certificate ends soon',
    `The certificate of ${e('host')} is valid for ${e('days')} more days, until ${e('at')}.`,
  ],
  token_algorithm_weak: (e) => [
    'A weak signature',
    `The token is signed with ${e('alg')}.`,
    'The server should sign with RS256 or better, with keys of 2048 bits or more.',
  ],
} satisfies Partial<FindingWriters>

import type { openedChecks } from '../../catalogue/checks/opened.ts'
import type { CheckWriters } from './writer.ts'

/** Where the keys come from, and what was inside of a JWE. */
export const openedSentences: CheckWriters<typeof openedChecks> = {
  keys_not_given: () => 'no keys were given, so it cannot be verified',
  opened_with: (e) => `opened with the ${openers[e('by')] ?? 'key'} (${e('alg')}, ${e('enc')})`,
  opened_twice_with: (e) =>
    `encrypted twice: opened with the ${openers[e('outer_by')] ?? 'key'} (${e('outer_alg')}, ${e('outer_enc')}), then with the ${openers[e('by')] ?? 'key'} (${e('alg')}, ${e('enc')})`,
  inner_closed: (e) =>
    `opened with the ${openers[e('by')] ?? 'key'}; what is inside is encrypted once more, and nothing here opens that`,
  nested_too_deep: () => 'encrypted more than twice: only two layers are opened',
  nothing_signed: () =>
    'nothing is signed: the claims are encrypted only, and anyone who has the public key can do that',
  token_not_encrypted: () => 'the token is not encrypted: there is nothing to open',
}

/** What opened a JWE, in words. */
const openers: Readonly<Record<string, string>> = {
  private_key: 'private key of the environment',
  client_secret: 'client secret',
  key: 'key that was entered',
}

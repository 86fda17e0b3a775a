import type { Writers } from '../../catalogue/evidence.ts'
import type { assertionProblems } from '../../catalogue/problems/assertions.ts'
import { duration } from '../duration.ts'

export const assertionProblemWriters: Writers<typeof assertionProblems, string> = {
  assertion_file_empty: () => 'The file is empty. The program that writes the assertion has not done so yet.',
  assertion_with_white_space: () =>
    'The file holds more than the assertion: there is white space before, after or within it.',
  assertion_in_json: () => 'The file holds JSON. It must hold the assertion alone, in compact form.',
  assertion_encrypted: () => 'The file holds an encrypted JWT (JWE). A client assertion is a signed JWT.',
  assertion_not_three_parts: ({ parts }) =>
    `The file holds no JWT: a JWT has three parts separated by dots, and this text has ${parts}.`,
  assertion_not_base64url: () => 'The file holds no JWT: a character in it is not base64url.',
  assertion_not_decodable: () => 'The file holds no JWT: its header or its claims cannot be decoded.',
  assertion_unsigned: () => 'The assertion has no signature. Servers accept signed assertions only.',
  assertion_without_expiry: () => 'The assertion has no "exp" (expiry). Servers refuse an assertion without it.',
  assertion_expiry_not_number: () => 'The "exp" (expiry) of the assertion is not a number.',
  assertion_expiry_in_milliseconds: () =>
    'The "exp" (expiry) of the assertion counts milliseconds. It must count seconds.',
  assertion_expired: ({ seconds }) =>
    `The assertion expired ${duration(seconds)} ago. The program that writes this file has to renew it.`,
  assertion_not_yet_valid: ({ seconds }) =>
    `The assertion is not valid yet: it becomes valid in ${duration(seconds)}. Compare the clocks.`,
}

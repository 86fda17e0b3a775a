import { jsonKind } from '../json-kind.ts'
import { described, messageAt, type FindingWriters } from './writer.ts'
import { duration } from '../duration.ts'

/** Findings about what a token answer says of the token. */
export const tokenAnswerWriters = {
  token_type_missing: () => [
    'token_type is missing',
    'The answer does not say what kind of token it is. It is used as Bearer here.',
    'The authorization server has to send token_type.',
  ],
  token_type_unknown: (e) => [
    'Unknown token_type',
    `The answer says token_type ${e('token_type')}; Bearer was expected. The token is sent as Bearer here.`,
    'If an API refuses the token, it may want another scheme: ask its operator which one.',
  ],
  access_token_missing: (e) => [
    'access_token is missing',
    `The answer is a success but holds no access_token.${e('message') ? ` It says: ${messageAt(e)}.` : ''}`,
  ],
  access_token_not_string: (e) => [
    'access_token is not usable',
    e('is') === 'unsendable'
      ? 'access_token holds characters that do not fit into a header (only visible ASCII does), so no API can be called with it.'
      : `access_token is ${jsonKind(e('is')) || 'not a string'}, so there is nothing to call an API with.`,
  ],
  token_has_scheme: (e) => [
    'The scheme is part of access_token',
    `access_token begins with “${e('scheme')} ”. That belongs to the Authorization header, which would have it twice. The token is used without it here.`,
    'The authorization server has to send the token alone. A client that takes the value as it is gets 401 from every API.',
  ],
  token_characters: (e) => [
    'A character that no Bearer token may have',
    `access_token has ${e('character') === 'space' ? 'a space' : `“${e('character')}”`} at character ${e('position')}. A Bearer header may hold letters, digits and - . _ ~ + / only, with = at the end. The token is sent as it is.`,
    'APIs and gateways may cut or refuse such a token. Compare it with what the authorization server meant to send.',
  ],
  token_elsewhere: (e) => [
    'A token in another place',
    e('as') === 'refusal'
      ? `The answer is an error (status ${e('status')}), and what looks like a token is in it, at ${e('place') || 'the top'}. It is not used.`
      : `What looks like a token is at ${e('place') || 'the top'}. Clients look for access_token at the top of a JSON object only.`,
    e('as') === 'refusal'
      ? 'The authorization server has to answer 200 when it issues a token.'
      : 'The authorization server, or the gateway in front of it, has to send access_token where RFC 6749 §5.1 puts it.',
  ],
  error_beside_token: (e) => [
    'An error beside the token',
    `The answer holds a token, and the error ${e('error')}${described(e)} The token is used here; it may not work.`,
    'Ask the operator of the authorization server which of both is meant.',
  ],
  expires_in_missing: () => ['Lifetime unknown', 'The answer has no expires_in. The token may expire at any time.'],
  expires_in_not_number: (e) => [
    'expires_in is a string',
    `The answer says ${e('expires_in')} where a number was expected. It is read as a number of seconds here; strict clients refuse it.`,
  ],
  expires_in_out_of_range: (e) =>
    e('date') === ''
      ? [
          'expires_in makes no sense',
          `The answer says expires_in ${e('expires_in')}. The lifetime is taken as unknown.`,
        ]
      : [
          'expires_in is a date',
          `The answer says expires_in ${e('expires_in')}, which is the moment ${e('date')} and not a number of seconds. The lifetime is taken as unknown.`,
          'The authorization server has to send the seconds that are left. Other clients take this for a lifetime of decades.',
        ],
  times_contradict: (e) => [
    'exp and expires_in contradict each other',
    `By its claim exp (${e('exp')}) the token ${e('is') === 'past' ? `ended ${duration(e('left'))} before the answer came` : `ends ${duration(e('left'))} after the answer came`}; expires_in says ${duration(e('expires_in'))}. This app goes by expires_in, an API that reads the token by exp.`,
    'The authorization server has to make both alike. It may have sent a token that it issued earlier, or its machines may have different clocks.',
  ],
  scope_narrowed: (e) => [
    'Fewer scopes than asked for',
    `Asked for “${e('asked')}”, ${e('granted') === '' ? 'none were granted' : `granted “${e('granted')}”`}. Missing: ${e('missing')}.`,
    'Allow the scope for this client at the authorization server, or stop asking for it.',
  ],
  scope_widened: (e) => ['More scopes than asked for', `Granted without being asked for: ${e('extra')}.`],
  scope_omitted: () => ['Scope not said', 'No scope was asked for, and the answer does not say which were granted.'],
  scope_form: (e) => {
    const title = 'scope is written in another way'
    switch (e('form')) {
      case 'array':
        return [
          title,
          'scope is an array; a string with spaces was expected. It is read here; strict clients refuse it.',
        ]
      case 'commas':
        return [
          title,
          `scope separates names with commas: ${e('scope')}. They are read as a list here; strict clients take it for one name.`,
        ]
      case 'lines':
        return [title, `scope separates names with line breaks or tabs: ${e('scope')}. They are read as a list here.`]
      default:
        return [
          title,
          `scope is ${jsonKind(e('is'))}: ${e('scope')}. A string was expected, so it is unknown what was granted.`,
        ]
    }
  },
} satisfies Partial<FindingWriters>

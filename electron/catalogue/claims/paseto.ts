import { registry } from './entry.ts'

/** @see https://github.com/paseto-standard/paseto-spec/blob/master/docs/02-Implementation-Guide/04-Claims.md */
export const pasetoClaims = registry([
  ['iss', 'Issuer', 'PASETO Claims'],
  ['sub', 'Subject', 'PASETO Claims'],
  ['aud', 'Audience: who may accept it', 'PASETO Claims'],
  ['exp', 'Expires', 'PASETO Claims', 'iso'],
  ['nbf', 'Not before', 'PASETO Claims', 'iso'],
  ['iat', 'Issued at', 'PASETO Claims', 'iso'],
  ['jti', 'Token ID', 'PASETO Claims'],
])

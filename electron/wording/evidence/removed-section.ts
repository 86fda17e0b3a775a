import { readableClaims } from '../../common/json-source.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import { type Section, sectionOf } from './document.ts'
import type { EvidenceSubject } from './subject.ts'
import { mark, maskToken } from '../../common/mask-token.ts'

export interface Searched {
  /** How many texts held something secret. */
  masked: number
  /** Whether what is in it was masked before: when it was recorded. */
  wasMasked: boolean
  /** Stored secrets that could not be read, and so not be looked for. */
  unreadable: number
}

/** What the summary does not hold though it could, so that nobody takes it for the whole. */
export function removedSection(
  { accessToken, decoded, exchange }: Pick<EvidenceSubject, 'accessToken' | 'decoded' | 'exchange'>,
  searched: Searched,
): Section[] {
  const items = [
    ...(accessToken === '' ? [] : [tokenItem(accessToken)]),
    ...partsOf(decoded),
    ...(exchange === null ? [] : ['Header fields and bodies of the token request and of its answer.']),
    ...(searched.wasMasked ? [`Secrets and tokens were masked when this was recorded: ${inPlace}`] : []),
    searched.masked === 0
      ? `${lookedFor} ${searched.wasMasked ? 'No other' : 'None'} was there.`
      : `${lookedFor} ${countOf(searched.masked)}: ${inPlace}`,
    ...(searched.unreadable === 0
      ? []
      : [`Stored secrets that cannot be read now (${searched.unreadable}) were not looked for.`]),
    ...(readableClaims(decoded) === null
      ? []
      : ['Nothing else: what the claims say of people and systems is all there. Read it before you publish it.']),
  ]
  return sectionOf('Removed', [{ kind: 'list', items }])
}

const inPlace = `${mark} is in its place, or the first characters and the length of a token.`

const lookedFor =
  'Secrets that the app knows, held tokens, pieces of this one, values of names such as client_secret, and whatever looks like a JWT were looked for in every text.'

const countOf = (texts: number) => (texts === 1 ? 'Found in one text' : `Found in ${texts} texts`)

const tokenItem = (accessToken: string) =>
  maskToken(accessToken) === mark
    ? 'The token, all of it.'
    : 'The token, but for its first six characters and its length.'

function partsOf(decoded: DecodedToken): string[] {
  switch (decoded.kind) {
    case 'jws':
    case 'signed_content':
      return [`The signature, ${decoded.signatureBytes} bytes.`]
    case 'sd_jwt':
      return [
        `The signature, ${decoded.signatureBytes} bytes.`,
        ...(decoded.disclosures.length === 0 ? [] : ['The salts of the disclosures.']),
        ...(decoded.keyBinding === null ? [] : ['The signature of the key binding.']),
      ]
    case 'jwe':
      return [
        `The encrypted key, ${decoded.encryptedKeyBytes} bytes, initialization vector and tag.`,
        `The ciphertext, ${decoded.ciphertextBytes} bytes. Nobody opened it for this.`,
      ]
    case 'paseto':
      return [decoded.purpose === 'public' ? 'The signature.' : 'What is encrypted. Nobody opened it for this.']
    case 'opaque':
    case 'malformed':
    case 'empty':
      return []
  }
}

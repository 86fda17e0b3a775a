import { copyNotes } from '../../../wording/copy-as.ts'
import { type BasicPair, type Piece, type Pieces, type Program, variablesOf, type WrittenRequest } from '../pieces.ts'
import { formFields } from './form-pieces.ts'

type Header = WrittenRequest['headers'][number]

/** Name and password of Basic, which curl and HTTPie encode themselves; null where the request has none. */
export function basicOf({ headers }: WrittenRequest): BasicPair | null {
  for (const [, value] of headers) {
    for (const piece of value) if (typeof piece === 'object' && 'basic' in piece) return piece
  }
  return null
}

/** The header fields that are written as they are: all but that of Basic. */
export const plainHeaders = ({ headers }: WrittenRequest): readonly Header[] =>
  headers.filter(([, value]) => !value.some((piece) => typeof piece === 'object' && 'basic' in piece))

/** Of the fields that a program sends by itself, those that the request does not have. */
export function unwantedFields({ headers }: WrittenRequest, sentByItself: readonly string[]): string[] {
  const names = new Set(headers.map(([name]) => name.toLowerCase()))
  return sentByItself.filter((name) => !names.has(name.toLowerCase()))
}

/** What curl sends by itself. */
export const fieldsOfCurl = ({ body }: WrittenRequest): readonly string[] =>
  body === null ? ['Accept'] : ['Accept', 'Content-Type', 'Expect']

/** The text of pieces, without their variables. */
export const textOf = (pieces: Pieces): string => pieces.filter((piece) => typeof piece === 'string').join('')

/** What a shell does not encode. */
export function shellNotes({ token, call }: Pick<Program, 'token' | 'call'>): string[] {
  const pieces = token === null ? [] : variablesOf(token)
  const ofForm = formFields(call) === null ? variablesOf(call).filter((piece) => piece.as === 'form') : []
  const isEncoded = (piece: Exclude<Piece, string>) => 'basic' in piece && piece.as === 'form'
  return [
    ...(pieces.some(isEncoded) ? [copyNotes.formSecret('CLIENT_SECRET')] : []),
    ...pieces.filter(({ as }) => as === 'json').map(({ variable }) => copyNotes.jsonSecret(variable)),
    ...(ofForm.length === 0 ? [] : [copyNotes.formValue([...new Set(ofForm.map(({ variable }) => variable))])]),
  ]
}

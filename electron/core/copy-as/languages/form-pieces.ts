import { isText, type Piece, type Pieces, type WrittenRequest } from '../pieces.ts'

/** A field of a form: its name as it is encoded, its value decoded. */
export interface FormField {
  name: string
  value: Pieces
}

/**
 * The fields of a form with variables in values, for tools that encode a field themselves: what a variable holds has to be
 * encoded when it is known. Null where the body is none, or has no variable.
 */
export function formFields({ body }: WrittenRequest): FormField[] | null {
  const [part] = body ?? []
  if (body?.length !== 1 || part === undefined || !isText(part)) return null
  if (!part.text.some((piece) => typeof piece !== 'string' && piece.as === 'form')) return null
  const fields: Piece[][] = [[]]
  for (const piece of part.text) {
    const texts: Piece[] = typeof piece === 'string' ? piece.split('&') : [piece]
    for (const [index, text] of texts.entries()) {
      if (index > 0) fields.push([])
      if (text !== '') fields.at(-1)?.push(text)
    }
  }
  const read = fields.map(fieldOf)
  return read.every((field) => field !== null) ? read : null
}

function fieldOf([first, ...others]: Piece[]): FormField | null {
  if (typeof first !== 'string') return null
  const end = first.indexOf('=')
  if (end === -1) return null
  const value = [first.slice(end + 1), ...others].filter((piece) => piece !== '')
  return {
    name: first.slice(0, end),
    value: value.map((piece) =>
      typeof piece === 'string' ? decoded(piece) : { variable: piece.variable, as: 'text' },
    ),
  }
}

const decoded = (text: string): string => new URLSearchParams(`=${text}`).get('') ?? ''

/** Whether a field has a variable in it. */
export const hasVariable = ({ value }: FormField): boolean => value.some((piece) => typeof piece !== 'string')

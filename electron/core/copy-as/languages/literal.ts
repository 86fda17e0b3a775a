import { Buffer } from 'node:buffer'
import type { BodyPart, Piece, Pieces } from '../pieces.ts'

/** How a language writes texts, bytes, files and variables as expressions. */
export interface Expressions {
  text: (text: string) => string
  variable: (piece: Exclude<Piece, string>) => string
  /** Text after text. */
  joined: (expressions: readonly string[]) => string
  /** The UTF-8 of a text. */
  encoded: (text: string) => string
  bytes: (bytes: Uint8Array) => string
  file: (path: string) => string
  /** Bytes after bytes; more than one. */
  concatenated: (expressions: readonly string[]) => string
}

/** One expression for a text with variables in it. */
export function textExpression({ text, variable, joined }: Expressions, pieces: Pieces): string {
  if (pieces.length === 0) return text('')
  return joined(pieces.map((piece) => (typeof piece === 'string' ? text(piece) : variable(piece))))
}

/** One expression for the bytes of a body. */
export function bodyExpression(expressions: Expressions, body: readonly BodyPart[]): string {
  const parts = body.map((part) => {
    if ('text' in part) return expressions.encoded(textExpression(expressions, part.text))
    return 'file' in part ? expressions.file(part.file) : expressions.bytes(part.bytes)
  })
  if (parts.length === 0) return expressions.encoded(expressions.text(''))
  return parts.length === 1 ? (parts[0] ?? '') : expressions.concatenated(parts)
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/**
 * A text between double quotes. What cannot be seen, or acts on text around it, is written by `hidden`, by code point: a
 * copied program holds visible characters only.
 */
export function quotedText(text: string, hidden: (codePoint: number) => string, isAscii = false): string {
  let written = ''
  for (const character of text.toWellFormed()) {
    const short = shortEscapes[character]
    if (short !== undefined) written += short
    else if (isHidden(character) || (isAscii && character > '~')) written += hidden(character.codePointAt(0) ?? 0)
    else written += character
  }
  return `"${written}"`
}

const isHidden = (character: string): boolean => /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(character)

export const hex = (codePoint: number, digits: number): string => codePoint.toString(16).padStart(digits, '0')

/** A code point as one or two UTF-16 units, each `\uXXXX`. */
export const utf16Escapes = (codePoint: number): string =>
  Array.from(String.fromCodePoint(codePoint).split(''), (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`).join('')

export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Comment lines. What ends a line or acts on text around it is none of a comment. */
export const commentLines = (start: string, notes: readonly string[]): string[] =>
  notes.map((note) => `${start} ${note.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '_')}`)

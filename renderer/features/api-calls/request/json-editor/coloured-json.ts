import { jsonLanguage } from '@codemirror/lang-json'
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight'
import { variableParts } from '../variables/variable-parts.ts'
import { variablesAsNumbers } from './variables-as-numbers.ts'

/** A part of a text; `look` is empty where it has no colour. */
export interface Piece {
  text: string
  look: string
}

const looks = tagHighlighter([
  { tag: tags.string, class: 'string' },
  { tag: tags.number, class: 'number' },
  { tag: [tags.bool, tags.null], class: 'word' },
  { tag: [tags.separator, tags.brace, tags.squareBracket], class: 'quiet' },
  { tag: tags.propertyName, class: '' },
])

/** JSON in parts, each with its colour; together they are the text. A variable is a part by itself. */
export function colouredJson(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  const add = (from: number, to: number, look: string) => {
    if (to > from) pieces.push(...withVariables(text.slice(from, to), look))
    end = to
  }
  highlightTree(jsonLanguage.parser.parse(variablesAsNumbers(text)), looks, (from, to, look) => {
    add(end, from, '')
    add(from, to, look)
  })
  add(end, text.length, '')
  return pieces
}

const withVariables = (text: string, look: string): Piece[] =>
  variableParts(text)
    .map((part, index) => ({ text: part, look: index % 2 === 1 ? 'variable' : look }))
    .filter((piece) => piece.text !== '')

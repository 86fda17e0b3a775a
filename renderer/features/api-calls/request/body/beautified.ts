import { indentedParts } from '../../../../../electron/common/indent-json.ts'
import { variablePattern } from '../../../../../electron/vocabulary/variables.ts'
import { variablesAsNumbers } from '../json-editor/variables-as-numbers.ts'

/** JSON with each member on its own line; every literal and every variable stays as it is. Null when it is not JSON. */
export function beautified(text: string): string | null {
  try {
    JSON.parse(variablesAsNumbers(text))
  } catch {
    return null
  }
  const { opening, closing } = marks(text)
  const marked = text.replaceAll(variablePattern, `${opening}$1${closing}`)
  const indented = [...indentedParts(marked, marked.length)].join('')
  return indented.replaceAll(opening, '{{').replaceAll(closing, '}}')
}

/** Two characters that the text has not: braces would be taken for an object's. */
function marks(text: string): { opening: string; closing: string } {
  const free = Array.from({ length: 6400 }, (_, index) => String.fromCharCode(0xe0_00 + index)).filter(
    (character) => !text.includes(character),
  )
  const [opening = '\u{E000}', closing = '\u{E001}'] = free
  return { opening, closing }
}

import { indentedParts } from '../../electron/common/indent-json.ts'

/** A text as it is shown. */
export interface ShownText {
  text: string
  isJson: boolean
}

/** A text as it came, line by line. */
export const asItCame = (source: string): ShownText => ({ text: source, isJson: isJson(source) })

/** JSON with each member on its own line, whose literals stay as they were sent; anything else as it came. */
export function indented(source: string): ShownText {
  const shown = asItCame(source)
  return shown.isJson ? { text: [...indentedParts(source, source.length)].join(''), isJson: true } : shown
}

/** What parsing makes of digits and of members of one name is never shown. */
export function isJson(source: string): boolean {
  try {
    JSON.parse(source)
    return true
  } catch {
    return false
  }
}

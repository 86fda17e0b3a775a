import { variablePattern } from '../../../../../electron/vocabulary/variables.ts'

/** A text in parts, of which every other one, from the second on, is a variable. */
export function variableParts(text: string): string[] {
  const parts: string[] = []
  let end = 0
  for (const { 0: variable, index } of text.matchAll(variablePattern)) {
    parts.push(text.slice(end, index), variable)
    end = index + variable.length
  }
  return [...parts, text.slice(end)]
}

import { variablePattern } from '../../../../../electron/vocabulary/variables.ts'

interface Part {
  text: string
  isVariable: boolean
  /** Where it begins. */
  at: number
}

/** A text in its variables, `{{name}}`, and what is between them. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(variablePattern)) {
    if (index > from) parts.push({ text: text.slice(from, index), isVariable: false, at: from })
    parts.push({ text: found, isVariable: true, at: index })
    from = index + found.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), isVariable: false, at: from })
  return parts
}

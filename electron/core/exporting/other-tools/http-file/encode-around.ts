import { variablePattern } from '../../../../vocabulary/variables.ts'

/** Encodes a text for a form or query, and leaves its variables. */
export function encodeAround(text: string): string {
  let encoded = ''
  let done = 0
  for (const { index, 0: variable } of text.matchAll(variablePattern)) {
    encoded += encode(text.slice(done, index)) + variable
    done = index + variable.length
  }
  return encoded + encode(text.slice(done))
}

/** Half a surrogate pair cannot be encoded, and stays. */
const encode = (text: string): string => text.replace(/[^A-Za-z0-9\-_.~\uD800-\uDFFF]/gu, encodeURIComponent)

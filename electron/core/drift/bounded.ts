import { digest } from './digest.ts'

/** A longer text is kept as what tells it from others: a token may have a thousand scopes. */
const mostKept = 2000

export const bounded = (text: string): string => (text.length > mostKept ? `sha256 ${digest(text)}` : text)

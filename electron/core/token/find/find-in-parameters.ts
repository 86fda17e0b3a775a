import { candidateOf, type Candidate } from './candidate.ts'

/** No URL and no form has as many. */
const maxParameters = 10_000

/** The tokens among the parameters of a form body, or of the query and the fragment of a URL. @see RFC 6749 §4.2.2 */
export function findInParameters(text: string, as: Candidate['as']): Candidate[] {
  const found: Candidate[] = []
  let count = 0
  for (const [, name = '', value = ''] of text.matchAll(/(?:^|[?#&])([^=&?#\s]{1,100})=([^&#\s]*)/g)) {
    if (++count > maxParameters) break
    const candidate = candidateOf(as, decoded(name), decoded(value))
    if (candidate !== null) found.push(candidate)
  }
  return found
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

import { missingParameters } from '../../catalogue/missing-parameters.ts'

/** Words that are no name of a parameter, though they are where one would be. */
const noName =
  /^(?:a|an|the|is|was|are|it|this|that|which|value|client|token|request|body|header|credentials?|parameters?|authorization|authentication|assertion|missing|required|in|for|or|and|of)$/i

/** The parameter that a server's words call missing; null where they call none. */
export function missingParameter(words: string): string | null {
  for (const pattern of missingParameters) {
    const name = pattern.exec(words)?.[1]?.replace(/[.-]$/, '')
    if (name !== undefined && !(noName.test(name) && name.toLowerCase() !== 'token')) return name
  }
  return null
}

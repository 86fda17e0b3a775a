/** Text from a token as evidence: what is longer than anybody reads is cut, and says so. */
export function shown(text: string): string {
  return text.length <= maxShown ? text : `${text.slice(0, maxShown)}… (${text.length} characters)`
}

const maxShown = 200

/** Writes title, sentence and advice of a finding; its evidence comes by name, empty where there is none. */
export type Writer = (evidence: (name: string) => string) => [title: string, sentence: string, advice?: string]

/** The server's own words, after an error code. */
export function described(evidence: (name: string) => string): string {
  const description = evidence('error_description')
  return description === '' ? '.' : `: “${description.replace(/\.$/, '')}”.`
}

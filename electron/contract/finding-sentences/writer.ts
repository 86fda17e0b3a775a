/** Writes title, sentence and advice of a finding; its evidence comes by name, empty where there is none. */
export type Writer = (evidence: (name: string) => string) => [title: string, sentence: string, advice?: string]

/** The server's own words, after an error code. */
export function described(evidence: (name: string) => string): string {
  const description = evidence('error_description')
  return description === '' ? '.' : `: “${description.replace(/\.$/, '')}”.`
}

/** A number of seconds in words. */
export function seconds(text: string): string {
  const count = Number(text)
  if (count === 0) return 'less than a second'
  if (count < 120) return `${count} s`
  if (count < 7200) return `${Math.round(count / 60)} min`
  return `${Math.round(count / 3600)} h`
}

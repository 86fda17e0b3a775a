/** What an explanation of a step begins with, and the section of the standard behind it. */
export interface StepWords {
  title: string
  /** Two short sentences. */
  purpose: string
  section: readonly [rfc: string, section: string]
}

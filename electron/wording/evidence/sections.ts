import { utc } from '../../common/utc.ts'
import { contentSections } from './content-sections.ts'
import { factsOf, type Section, sectionOf } from './document.ts'
import { exchangeSection } from './exchange-section.ts'
import { introspectionSection } from './introspection-section.ts'
import { lifetimeSection } from './lifetime-section.ts'
import { shortSection } from './short-section.ts'
import type { EvidenceSubject } from './subject.ts'
import { tokenSection } from './token-section.ts'
import { verificationSections } from './verification-sections.ts'

export const evidenceTitle = 'Token evidence'

/** What a summary of a token says, before secrets are looked for in it. */
export const evidenceSections = (subject: EvidenceSubject): Section[] => [
  ...shortSection(subject),
  ...tokenSection(subject),
  ...lifetimeSection(subject),
  ...verificationSections(subject),
  ...introspectionSection(subject),
  ...contentSections(subject),
  ...exchangeSection(subject),
  ...madeSection(subject),
]

/** What is known of a token beside what a flow says of it. */
export const heldTokenSections = (subject: EvidenceSubject): Section[] => [
  ...tokenSection(subject),
  ...lifetimeSection(subject),
  ...contentSections(subject),
  ...exchangeSection(subject),
]

/** What made the summary, and when. */
export function madeSection({
  version,
  runtime,
  madeAt,
}: Pick<EvidenceSubject, 'version' | 'runtime' | 'madeAt'>): Section[] {
  return sectionOf('Made', [
    factsOf([['When', utc(madeAt)], ['Client Credentials Explorer', version], ...Object.entries(runtime)]),
  ])
}

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

function madeSection({ version, runtime, madeAt }: EvidenceSubject): Section[] {
  return sectionOf('Made', [
    factsOf([['When', utc(madeAt)], ['Client Credentials Explorer', version], ...Object.entries(runtime)]),
  ])
}

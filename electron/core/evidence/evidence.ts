import { assertNever } from '../../common/assert-never.ts'
import type { EvidenceFormat } from '../../contract/evidence.ts'
import { utc } from '../utc.ts'
import { contentSections } from './content-sections.ts'
import { type EvidenceDocument, factsOf, type Section, sectionOf, withTexts } from './document.ts'
import { exchangeSection } from './exchange-section.ts'
import { hideParts } from './hide-parts.ts'
import { htmlOf } from './html.ts'
import { introspectionSection } from './introspection-section.ts'
import { lifetimeSection } from './lifetime-section.ts'
import { markdownOf } from './markdown.ts'
import { removedSection } from './removed-section.ts'
import { shortSection } from './short-section.ts'
import type { EvidenceSubject } from './subject.ts'
import { tokenSection } from './token-section.ts'
import { verificationSections } from './verification-sections.ts'

/** What masks known secrets in a text, and how many of them could not be read. */
export interface Masking {
  mask: (text: string) => string
  unreadable: number
}

/** A summary for a ticket, without the token and without any secret; it says what is missing. */
export function evidenceText(subject: EvidenceSubject, format: EvidenceFormat, masking: Masking): string {
  const document = evidenceDocument(subject, masking)
  switch (format) {
    case 'markdown':
      return markdownOf(document)
    case 'html':
      return htmlOf(document)
    default:
      return assertNever(format)
  }
}

function evidenceDocument(subject: EvidenceSubject, { mask, unreadable }: Masking): EvidenceDocument {
  const hide = hideParts(subject.accessToken, subject.decoded)
  let masked = 0
  // The sections are masked as data: once escaped, a secret would not be found any more.
  const sections = withTexts(sectionsOf(subject), (text) => {
    const hidden = hide(mask(text))
    if (hidden !== text) masked += 1
    return hidden
  })
  return { title: 'Token evidence', sections: [...sections, ...removedSection(subject, { masked, unreadable })] }
}

const sectionsOf = (subject: EvidenceSubject): Section[] => [
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

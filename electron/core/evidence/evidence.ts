import { assertNever } from '../../common/assert-never.ts'
import type { EvidenceFormat } from '../../contract/evidence.ts'
import { type EvidenceDocument, withTexts } from '../../wording/evidence/document.ts'
import { evidenceSections, evidenceTitle } from '../../wording/evidence/sections.ts'
import { hideParts } from './hide-parts.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import { removedSection } from '../../wording/evidence/removed-section.ts'
import type { EvidenceSubject } from '../../wording/evidence/subject.ts'

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
  const sections = withTexts(evidenceSections(subject), (text) => {
    const hidden = hide(mask(text))
    if (hidden !== text) masked += 1
    return hidden
  })
  return { title: evidenceTitle, sections: [...sections, ...removedSection(subject, { masked, unreadable })] }
}

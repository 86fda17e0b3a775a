import { assertNever } from '../../common/assert-never.ts'
import type { EvidenceFormat } from '../../contract/evidence.ts'
import { type EvidenceDocument, type Section, withTexts } from '../../wording/evidence/document.ts'
import {
  exchangeEvidenceTitle,
  exchangeSections,
  type ExchangeSubject,
} from '../../wording/evidence/exchange-sections.ts'
import { flowEvidenceTitle, flowSections, type FlowSubject } from '../../wording/evidence/flow-sections.ts'
import { evidenceSections, evidenceTitle, heldTokenSections, madeSection } from '../../wording/evidence/sections.ts'
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
export const evidenceText = (subject: EvidenceSubject, format: EvidenceFormat, masking: Masking): string =>
  written(documentOf(evidenceTitle, evidenceSections(subject), subject, masking), format)

/** The same of a flow, with what is known of its token where that is still held. */
export const flowEvidenceText = (
  flow: FlowSubject,
  token: EvidenceSubject | null,
  format: EvidenceFormat,
  masking: Masking,
): string => {
  const sections = [...flowSections(flow), ...(token === null ? [] : heldTokenSections(token)), ...madeSection(flow)]
  return written(documentOf(flowEvidenceTitle, sections, token ?? noToken, masking), format)
}

/** The same of one exchange, as it is recorded. */
export const exchangeEvidenceText = (subject: ExchangeSubject, format: EvidenceFormat, masking: Masking): string =>
  written(
    documentOf(exchangeEvidenceTitle, [...exchangeSections(subject), ...madeSection(subject)], noToken, masking, true),
    format,
  )

export const noToken = { accessToken: '', decoded: { kind: 'empty' }, exchange: null } as const

export function written(document: EvidenceDocument, format: EvidenceFormat): string {
  switch (format) {
    case 'markdown':
      return markdownOf(document)
    case 'html':
      return htmlOf(document)
    default:
      return assertNever(format)
  }
}

export function documentOf(
  title: string,
  all: readonly Section[],
  subject: Pick<EvidenceSubject, 'accessToken' | 'decoded' | 'exchange'>,
  { mask, unreadable }: Masking,
  wasMasked = false,
): EvidenceDocument {
  const hide = hideParts(subject.accessToken, subject.decoded)
  let masked = 0
  // The sections are masked as data: once escaped, a secret would not be found any more.
  const sections = withTexts(all, (text) => {
    const hidden = hide(mask(text))
    if (hidden !== text) masked += 1
    return hidden
  })
  return { title, sections: [...sections, ...removedSection(subject, { masked, wasMasked, unreadable })] }
}

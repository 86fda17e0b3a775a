import type { Review } from '../../../contract/review.ts'
import { type Section, sectionOf } from '../../evidence/document.ts'
import { reviewText } from '../../review.ts'
import { inOneLine, namedByPractice } from '../accepted.ts'
import { practiceTitles } from '../practices.ts'

/** What a person accepted, with why and since when. Never left out: an acceptance can come with a file of somebody else. */
export function acceptedSections({ items, notFound }: Pick<Review, 'items' | 'notFound'>): Section[] {
  const rows = items.flatMap(({ practice, findings }) =>
    findings.flatMap((finding) =>
      finding.accepted === null
        ? []
        : [
            [
              practiceTitles[practice],
              reviewText(finding).line,
              inOneLine(finding.accepted.reason),
              finding.accepted.on,
            ],
          ],
    ),
  )
  return [
    ...sectionOf('Accepted', [
      { kind: 'table', head: ['Practice', 'What was found', 'Known, because', 'Since'], rows },
    ]),
    ...sectionOf('Accepted, and not found now', [
      {
        kind: 'table',
        head: ['Finding', 'Known, because', 'Since'],
        rows: notFound.map(({ code, reason, on }) => [namedByPractice(code), inOneLine(reason), on]),
      },
    ]),
  ]
}

import { sectionOfPractice } from '../../catalogue/review-practices.ts'
import type { Practice } from '../../vocabulary/review.ts'
import { sectionTitles } from './practices.ts'

/** Who asks for it: the list of practices, and the standard where one says so. */
export function sourceLines(practice: Practice, section: string | null): string[] {
  const name = sectionOfPractice.get(practice)
  const list = name === undefined || name === 'rfc_9700' ? [] : [`M2M best practices, ${sectionTitles[name]}`]
  return [...list, ...(section === null ? [] : [section])]
}

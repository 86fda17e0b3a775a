import type { History } from './history.ts'

type Name =
  | 'search'
  | 'read'
  | 'place'
  | 'ids'
  | 'facts'
  | 'activity'
  | 'review'
  | 'beginExport'
  | 'nextPart'
  | 'endExport'

/** What the history can be asked; each is a method of `History`. */
export type Question = { [Asked in Name]: { name: Asked; given: Parameters<History[Asked]> } }[Name]

export function answerOf(history: History, question: Question): unknown {
  switch (question.name) {
    case 'search':
      return history.search(...question.given)
    case 'read':
      return history.read(...question.given)
    case 'place':
      return history.place(...question.given)
    case 'ids':
      return history.ids(...question.given)
    case 'facts':
      return history.facts()
    case 'beginExport':
      return history.beginExport(...question.given)
    case 'nextPart':
      return history.nextPart(...question.given)
    case 'endExport':
      return history.endExport(...question.given)
    case 'activity':
      return history.activity(...question.given)
    case 'review':
      return history.review(...question.given)
  }
}

import { judged, type ReviewCheck, seenIn } from '../check.ts'

/** Whether the answer with the token forbids caches to keep it. @see RFC 6749 §5.1 */
export const answerCaching: ReviewCheck = {
  name: 'answer_caching',
  look: ({ issued }) => {
    if (issued === null) return [judged('answer_not_seen', [])]
    const { cacheControl } = issued
    const seen = [seenIn(issued, 'header', 'Cache-Control', cacheControl ?? '–')]
    const directives = (cacheControl ?? '').split(',').map((directive) => directive.trim().toLowerCase())
    if (directives.includes('no-store')) return [judged('answer_not_stored', seen)]
    return [judged('answer_may_be_stored', seen, cacheControl === null ? {} : { cacheControl })]
  },
}

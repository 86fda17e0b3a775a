import { skipToken, useQuery } from '@tanstack/react-query'
import { call } from '../host.ts'

/** As many as are listed. */
export const mostEarlier = 50

/** The answers of a call, newest first. */
export function useAnswers(callId: string) {
  return useQuery({
    // Asked again with the other lists of exchanges when one is recorded.
    queryKey: ['exchanges', 'answers', callId],
    queryFn: () => call('listAnswers', { callId, limit: mostEarlier }),
  })
}

/** What differs between two answers; null when one of them is no longer recorded. */
export function useAnswerComparison(left: string, right: string | null) {
  return useQuery({
    queryKey: ['answerComparison', left, right],
    queryFn: right === null ? skipToken : () => call('compareAnswers', { left, right }),
    staleTime: Infinity,
    gcTime: 60_000,
  })
}

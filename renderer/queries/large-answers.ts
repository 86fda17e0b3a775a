import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../host.ts'

/** A part of a kept answer. `from` and `length` are bytes. */
export function useAnswerPart(id: string, from: number, length: number) {
  return useQuery({
    queryKey: ['answerPart', id, from],
    queryFn: () => call('readAnswer', { id, from, length }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
}

/** Searches through all of a kept answer. Places are offsets in bytes. */
export function useFindInAnswer(id: string) {
  return useMutation({ mutationFn: (text: string) => call('findInAnswer', { id, text }) })
}

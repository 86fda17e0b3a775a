import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from '../host.ts'

const drafts = {
  queryKey: ['drafts'],
  queryFn: async () => new Map((await call('listDrafts', undefined)).map(({ key, value }) => [key, value])),
}

/** Unsaved edits, kept by main so that they outlive a crash of the window. */
export function useDrafts() {
  return useQuery(drafts)
}

/** Whether any of these forms has unsaved edits. Typing on in it draws nothing again. */
export function useHasDraft(isMeant: (key: string) => boolean): boolean {
  return useQuery({ ...drafts, select: (kept) => [...kept.keys()].some(isMeant) }).data ?? false
}

/** Keeps a draft; an empty value forgets it. */
export function useKeepDraft() {
  const client = useQueryClient()
  return useCallback(
    (key: string, value: string) => {
      client.setQueryData<Map<string, string>>(['drafts'], (kept) => {
        const next = new Map(kept)
        if (value === '') next.delete(key)
        else next.set(key, value)
        return next
      })
      void call('saveDraft', { key, value })
    },
    [client],
  )
}

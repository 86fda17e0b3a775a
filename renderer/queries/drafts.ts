import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from '../host.ts'

/** Unsaved edits, kept by main so that they outlive a crash of the window. */
export function useDrafts() {
  return useQuery({
    queryKey: ['drafts'],
    queryFn: async () => new Map((await call('listDrafts', undefined)).map(({ key, value }) => [key, value])),
  })
}

/** Keeps a draft; an empty value forgets it. */
export function useKeepDraft() {
  const client = useQueryClient()
  return useCallback(
    (key: string, value: string) => {
      client.setQueryData<Map<string, string>>(['drafts'], (drafts) => {
        const next = new Map(drafts)
        if (value === '') next.delete(key)
        else next.set(key, value)
        return next
      })
      void call('saveDraft', { key, value })
    },
    [client],
  )
}

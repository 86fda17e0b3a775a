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

/** The forms that have unsaved edits, while they are wanted. */
export function useDraftKeys(isWanted: boolean): readonly string[] {
  return useQuery({ ...drafts, select: (kept) => (isWanted ? [...kept.keys()] : []) }).data ?? []
}

/** Keeps a draft; an empty value forgets it. Those who read drafts hear of it when one comes or goes, and not of every key. */
export function useKeepDraft() {
  const client = useQueryClient()
  return useCallback(
    (key: string, value: string) => {
      const kept = client.getQueryData<Map<string, string>>(['drafts'])
      if (kept?.has(key) === true && value !== '') kept.set(key, value)
      else {
        const others = [...(kept ?? [])].filter(([other]) => other !== key)
        client.setQueryData(['drafts'], new Map(value === '' ? others : [...others, [key, value]]))
      }
      void call('saveDraft', { key, value })
    },
    [client],
  )
}

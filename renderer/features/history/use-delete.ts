import { useState } from 'react'
import type { ChosenExchanges } from '../../../electron/contract/history.ts'
import { useDeleteHistory } from '../../queries/history.ts'
import { count } from '../../ui/count.ts'
import { toastDone, toastFailed } from '../../ui/toast.ts'

interface Asked {
  exchanges: ChosenExchanges
  count: number
}

/** Deletes exchanges once a person said so. */
export function useDelete(onDeleted: (exchanges: ChosenExchanges) => void) {
  const [asked, ask] = useState<Asked | null>(null)
  const { mutate } = useDeleteHistory()
  const remove = () => {
    ask(null)
    if (asked === null) return
    mutate(asked.exchanges, {
      onSuccess: (deleted) => {
        toastDone(`${count(deleted, 'exchange')} deleted`)
        onDeleted(asked.exchanges)
      },
      onError: ({ message }) => toastFailed('Exchanges: not deleted', message),
    })
  }
  return { asked, ask, remove, keep: () => ask(null) }
}

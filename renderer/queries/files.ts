import { useMutation } from '@tanstack/react-query'
import { call } from '../host.ts'

/** Asks the person for a file; null when none is chosen. */
export function useChooseFile() {
  return useMutation({ mutationFn: (title: string) => call('chooseFile', { title }) })
}

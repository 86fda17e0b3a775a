import { useCallback } from 'react'
import type { CallInput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'
import { beginRepetition, endRepetition } from '../state/repetitions.ts'

/** Sends a call several times; its answers land at its subject as they come. */
export function useRepeat(subject: string) {
  return useCallback(
    (input: CallInput<'repeatApiCall'>) => {
      const controller = new AbortController()
      const flowId = crypto.randomUUID()
      beginRepetition(subject, { flowId, times: input.times, cancel: () => controller.abort() })
      call('repeatApiCall', input, controller.signal, flowId).then(
        ({ samples, end }) => endRepetition(flowId, { samples, end, error: null }),
        (error: unknown) =>
          endRepetition(flowId, { end: null, error: error instanceof Error ? error.message : String(error) }),
      )
    },
    [subject],
  )
}

import type { Api } from '../../contract/calls.ts'
import { copiedCall } from '../copy-as/copy-as.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone, notPrepared } from '../environment/problems.ts'

/** Calls as commands and programs, which hold no secret. */
export function copyAsCalls(core: CoreContext): Pick<Api<CallContext>, 'previewCallAs' | 'copyCallAs'> {
  const written: (input: Parameters<Api<CallContext>['copyCallAs']>[0]) => ReturnType<typeof copiedCall> = async ({
    environmentId,
    request,
    ...how
  }) => {
    const environment = findEnvironment(core, environmentId)
    return environment === null ? notPrepared(environmentGone) : copiedCall(core, environment, request, how)
  }

  return {
    previewCallAs: async (input) => {
      const copied = await written(input)
      return copied.ok ? { kind: 'written', ...copied.value } : { kind: 'not_sent', problems: copied.problems }
    },

    copyCallAs: async (input) => {
      const copied = await written(input)
      if (!copied.ok) return { kind: 'not_sent', problems: copied.problems }
      core.copyText(copied.value.text)
      return { kind: 'copied', variables: copied.value.variables }
    },
  }
}

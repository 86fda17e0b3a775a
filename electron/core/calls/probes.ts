import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { runProbes } from '../probes/run-probes.ts'
import { gatherCase } from '../review-facts/gather-case.ts'

/** What shows by requests what settings and records do not. */
export function probeCalls(core: CoreContext): Pick<Api<CallContext>, 'runProbes'> {
  return {
    runProbes: async (input, context) => {
      const stored = core.workspace.environments.get(input.environmentId)
      const environment = findEnvironment(core, input.environmentId)
      if (stored === null || environment === null) return { kind: 'gone' }
      return runProbes(core, environment, await gatherCase(core, stored), input, context)
    },
  }
}

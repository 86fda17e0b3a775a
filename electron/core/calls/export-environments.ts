import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { makeExport, previewExport, recordExport } from '../exporting/export-environments.ts'
import { systemFailureOf } from '../system-failure.ts'

type ExportCalls = Pick<Api<CallContext>, 'previewExport' | 'saveExport' | 'copyExport'>

export function exportEnvironmentCalls(core: CoreContext): ExportCalls {
  return {
    previewExport: (options) => previewExport(core, options),

    saveExport: async (options) => {
      const made = await makeExport(core, options)
      if (!made.ok) return { kind: 'failed', reason: made.problem }
      try {
        const path = await core.saveFile(made.fileName, made.text)
        if (path === null) return { kind: 'cancelled' }
        recordExport(core, made.gathered, options, path)
        return { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
      }
    },

    copyExport: async (options) => {
      const made = await makeExport(core, options)
      if (!made.ok) return made.problem
      core.copySecret(made.text)
      recordExport(core, made.gathered, options, 'the clipboard')
      return null
    },
  }
}

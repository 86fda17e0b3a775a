import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { errorMessage } from '../error-message.ts'
import { makeExport, previewExport, recordExport } from '../exporting/export-environments.ts'

type ExportCalls = Pick<Api<CallContext>, 'previewExport' | 'saveExport' | 'copyExport'>

export function exportEnvironmentCalls(core: CoreContext): ExportCalls {
  return {
    previewExport: (options) => previewExport(core, options),

    saveExport: async (options) => {
      const made = await makeExport(core, options)
      if (!made.ok) return { kind: 'failed', message: made.message }
      try {
        const path = await core.saveFile(made.fileName, made.text)
        if (path === null) return { kind: 'cancelled' }
        recordExport(core, made.gathered, options, path)
        return { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', message: `${errorMessage(error)}. The environments are as they were.` }
      }
    },

    copyExport: async (options) => {
      const made = await makeExport(core, options)
      if (!made.ok) return made.message
      core.copySecret(made.text)
      recordExport(core, made.gathered, options, 'the clipboard')
      return null
    },
  }
}

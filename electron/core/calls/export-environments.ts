import type { Api } from '../../contract/calls.ts'
import type { SaveProblem } from '../../contract/save-problem.ts'
import type { ExportOptions } from '../../contract/sharing.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { makeExport, previewExport } from '../exporting/export-environments.ts'
import { makeToolExport, previewToolExport } from '../exporting/export-to-tool.ts'
import type { Gathered } from '../exporting/gather.ts'
import type { ExportFile } from '../exporting/other-tools/exporter.ts'
import { recordExport } from '../exporting/record-export.ts'
import { systemFailureOf } from '../system-failure.ts'

type ExportCalls = Pick<Api<CallContext>, 'previewExport' | 'saveExport' | 'copyExport'>

export function exportEnvironmentCalls(core: CoreContext): ExportCalls {
  return {
    previewExport: (options) =>
      options.format === 'explorer' ? previewExport(core, options) : previewToolExport(core, options),

    saveExport: async (options) => {
      const made = await make(core, options)
      if (!made.ok) return { kind: 'failed', reason: made.problem }
      try {
        const path = await save(core, made)
        if (path === null) return { kind: 'cancelled' }
        recordExport(core, made.gathered, options, path)
        return { kind: 'saved', path }
      } catch (error) {
        return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
      }
    },

    copyExport: async (options) => {
      const made = await make(core, options)
      if (!made.ok) return made.problem
      const [first, ...others] = made.files
      if (first === undefined || others.length > 0)
        return { code: 'several_files', evidence: { count: made.files.length } }
      core.copySecret(first.text)
      recordExport(core, made.gathered, options, 'the clipboard')
      return null
    },
  }
}

interface Made {
  ok: true
  files: readonly ExportFile[]
  folderName: string
  gathered: Gathered
}

async function make(core: CoreContext, options: ExportOptions): Promise<Made | { ok: false; problem: SaveProblem }> {
  if (options.format !== 'explorer') return makeToolExport(core, options)
  const made = await makeExport(core, options)
  return made.ok ? { ...made, files: [{ path: made.fileName, text: made.text }], folderName: '' } : made
}

/** One file goes where the person says, several into a new folder there. */
function save(core: CoreContext, { files, folderName }: Made): Promise<string | null> {
  const [first, ...others] = files
  return first !== undefined && others.length === 0 && !first.path.includes('/')
    ? core.saveFile(first.path, first.text)
    : core.saveFolder(folderName, files)
}

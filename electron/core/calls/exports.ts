import { Buffer } from 'node:buffer'
import type { Api } from '../../contract/calls.ts'
import type { SaveOutcome } from '../../contract/outcome.ts'
import { bodyFile } from '../exporting/body-file.ts'
import { allSecrets } from '../environment/all-secrets.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { datedFileName } from '../evidence/file-name.ts'
import { harOf } from '../exporting/har.ts'
import { maskedDrawing } from '../exporting/masked-drawing.ts'
import { maskOf } from '../redaction/redact.ts'
import { recordDone } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { systemFailureOf } from '../system-failure.ts'

/** Writes what was recorded to files that the person chooses. */
export function exportCalls(
  core: CoreContext,
): Pick<Api<CallContext>, 'saveHar' | 'saveResponseBody' | 'saveFlowPicture'> {
  const save = async (name: string, content: string | Uint8Array): Promise<SaveOutcome> => {
    try {
      const path = await core.saveFile(name, content)
      return path === null ? { kind: 'cancelled' } : { kind: 'saved', path }
    } catch (error) {
      return { kind: 'failed', reason: { code: 'file_not_written', evidence: { failure: systemFailureOf(error) } } }
    }
  }
  return {
    saveHar: async ({ exchangeIds }) => {
      const exchanges = exchangeIds.flatMap((id) => core.workspace.exchanges.get(id) ?? [])
      const outcome = await save(
        'exchanges.har',
        harOf(exchanges, { name: 'Client Credentials Explorer', version: core.version }),
      )
      if (outcome.kind === 'saved') {
        recordDone(core, 'history_exported', null, { count: String(exchanges.length), format: 'har', to: outcome.path })
      }
      return outcome
    },

    saveResponseBody: async ({ id }) => {
      const response = core.workspace.exchanges.get(id)?.response ?? null
      if (response === null) return null
      const whole = response.body.isHead === true ? await core.session.answers.whole(id) : null
      const { name, content } = bodyFile(response, whole)
      return save(name, content)
    },

    saveFlowPicture: async (picture) => {
      const name = findEnvironment(core, picture.environmentId)?.value.name ?? ''
      const fileName = datedFileName('flow', name, core.now(), picture.format)
      if (picture.format === 'png') return save(fileName, Buffer.from(picture.base64, 'base64'))
      const { values } = await allSecrets(core)
      return save(fileName, maskedDrawing(picture.text, maskOf(values)))
    },
  }
}

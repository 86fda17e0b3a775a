import type { Api, CallInput, CallOutput } from '../../contract/calls.ts'
import { mostSecretVariables } from '../../vocabulary/variable-rules.ts'
import { recordDone } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { readSecret } from '../environment/resolve-environment.ts'
import { sourceOf } from '../secrets/source.ts'
import { withSecret } from '../secrets/states.ts'
import { sealedText, secretValuesIn } from '../variables/secret-values.ts'

type VariableCalls = Pick<
  Api<CallContext>,
  'listWorkspaceVariables' | 'saveWorkspaceVariables' | 'listSecretVariables' | 'setSecretVariable'
>

const name = 'secret_variables'

export function variableCalls(core: CoreContext): VariableCalls {
  const { workspaceVariables } = core.workspace
  // One after the other: each reads all of them, and writes all of them.
  let last: Promise<unknown> = Promise.resolve()
  return {
    listWorkspaceVariables: async () => workspaceVariables.list(),

    saveWorkspaceVariables: async ({ variables }) => {
      workspaceVariables.save(variables)
      core.notify({ kind: 'environments_changed' })
      return undefined
    },

    listSecretVariables: async ({ environmentId }, { signal }) => {
      const environment = findEnvironment(core, environmentId)
      if (environment === null) return []
      const reading = await readSecret(core, environment, name, signal)
      return reading.ok ? [...secretValuesIn(reading.value).keys()] : null
    },

    setSecretVariable: (input, { signal }) => {
      const setting = last.then(() => setSecretVariable(core, input, signal))
      last = setting.catch(() => {})
      return setting
    },
  }
}

async function setSecretVariable(
  core: CoreContext,
  { environmentId, name: variable, value }: CallInput<'setSecretVariable'>,
  signal: AbortSignal,
): Promise<CallOutput<'setSecretVariable'>> {
  const environment = findEnvironment(core, environmentId)
  if (environment === null) return { kind: 'gone' }
  const reading = await readSecret(core, environment, name, signal)
  if (!reading.ok) return { kind: 'not_read', problem: reading.problem }
  const values = secretValuesIn(reading.value)
  if (value === '') values.delete(variable)
  else values.set(variable, value)
  const text = sealedText(values)
  if (text.length > mostSecretVariables) return { kind: 'full' }
  if (!(await keep(core, environmentId, sourceOf(environment.value, name).kind, text))) {
    return { kind: 'not_kept', storage: await core.secretStore.storage() }
  }
  recordDone(core, value === '' ? 'secret_forgotten' : 'secret_set', environmentId, { secret: name, variable })
  core.notify({ kind: 'environments_changed' })
  core.notify({ kind: 'secret_storage_changed' })
  return { kind: 'set', names: [...values.keys()] }
}

/** False when the storage is not ready. What was allowed of them stays allowed. */
async function keep(
  { workspace, session, secretStore }: CoreContext,
  environmentId: string,
  source: string,
  text: string,
): Promise<boolean> {
  if (source === 'session') {
    session.secrets.set(environmentId, withSecret(session.secrets.get(environmentId) ?? {}, name, text))
    return true
  }
  if (text !== '') return secretStore.set(environmentId, name, text, 'current')
  workspace.secrets.delete(environmentId, name, 'current')
  return true
}

import { randomUUID } from 'node:crypto'
import { applyStep } from '../../core/importing/apply.ts'
import type { ReadEnvironment } from '../../core/importing/read-environments.ts'
import { prepareSteps } from '../../core/importing/stage-calls.ts'
import type { CallContext } from '../../core/core-context.ts'
import { copyWorkspace } from '../../core/workspace/copy-workspace.ts'
import { readWorkspace } from '../../core/workspace/read-workspace.ts'
import { damagedEntriesList } from '../../wording/damaged-entry.ts'
import { storageRefusalText } from '../../wording/secret-storage.ts'
import { readShared } from '../call/read-shared.ts'
import { environmentNamed } from '../find-environment.ts'
import { giveSecrets, withGiven } from '../give-secrets.ts'
import { type Host, openHost } from '../host.ts'
import { say } from '../say.ts'
import { secretsOf } from '../secrets.ts'

/** An environment that is reviewed, in a workspace in memory; `written` is what a call would have written to a file. */
export interface Subject {
  host: Host
  environmentId: string
  written: () => string
}

/** Of the app's workspace, with its history; null where it has no such environment, which was said. */
export async function subjectOfWorkspace(path: string, name: string, context: CallContext): Promise<Subject | null> {
  const { environments, damaged, originsOf } = readWorkspace(path)
  if (damaged.length > 0)
    say(`Changed on the disk, and not by the app: ${damagedEntriesList(damaged)}. Open the app to restore a backup.`)
  const environment = environmentNamed(environments, name)
  if (environment === null) return null
  const { id } = environment
  const subject = opened(copyWorkspace(path, id), id)
  await unlock(subject.host, context)
  const given = secretsOf(process.env)
  if (Object.keys(given).length > 0) {
    const value = withGiven(environment.value, given)
    await giveSecrets(subject.host, { id, value }, given, context, (each) => {
      for (const bound of originsOf(id)) if (bound.name === each) subject.host.workspace.secretBindings.add(id, bound)
    })
  }
  return subject
}

/**
 * Of a shared file, whose servers get nothing secret before they are allowed; null where that cannot be read. Its other
 * environments are there to be compared with.
 */
export async function subjectOfFile(file: string, name: string, context: CallContext): Promise<Subject | null> {
  const environmentId = randomUUID()
  const subject = opened(undefined, environmentId)
  const { host } = subject
  const shared = await readShared(file, process.env['CCX_PASSPHRASE'], host.workspace)
  if (!shared.ok) say(`${file}: ${shared.problem}`)
  const read = shared.ok ? environmentNamed(shared.file.environments, name) : null
  if (!shared.ok || read === null) {
    host.close()
    return null
  }
  const given = { ...shared.carried[read.id], ...secretsOf(process.env) }
  const value = withGiven(read.value, given)
  const others = shared.file.environments
    .filter((other) => other !== read)
    .map((other) => adding({ ...other, calls: [] }, randomUUID()))
  const deps = { newId: randomUUID, now: Date.now, workspace: host.workspace }
  const steps = [adding({ ...read, value }, environmentId), ...others]
  for (const prepared of await prepareSteps(deps, steps)) applyStep(deps, prepared)
  await giveSecrets(host, { id: environmentId, value }, given, context)
  for (const { id, read: other } of others) {
    const carried = shared.carried[other.id]
    if (carried !== undefined) await giveSecrets(host, { id, value: withGiven(other.value, carried) }, carried, context)
  }
  return subject
}

/** Calls of environments that are only compared with are left out. */
const adding = (read: ReadEnvironment, id: string) => ({ kind: 'add', read, id, name: read.value.name }) as const

function opened(workspace: Host['workspace'] | undefined, environmentId: string): Subject {
  let text = ''
  const saveFile = async (name: string, content: string | Uint8Array): Promise<string> => {
    text = String(content)
    return name
  }
  const host = openHost(null, { saveFile, ...(workspace !== undefined && { workspace }) })
  return { host, environmentId, written: () => text }
}

async function unlock({ api }: Host, context: CallContext): Promise<void> {
  const passphrase = process.env['CCX_PASSPHRASE']
  if (passphrase === undefined) return
  const change = await api.unlockSecretStorage({ passphrase }, context)
  if (change.kind === 'refused') say(`CCX_PASSPHRASE: ${storageRefusalText(change.reason)}`)
}

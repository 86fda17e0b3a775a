import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { damagedEntriesList } from '../wording/damaged-entry.ts'
import { questionText } from '../wording/diagnosis/question.ts'
import { storageRefusalText } from '../wording/secret-storage.ts'
import type { TokenOutcome } from '../contract/outcome.ts'
import type { SecretName } from '../contract/secret.ts'
import type { CallContext } from '../core/core-context.ts'
import { type ReadWorkspace, readWorkspace } from '../core/workspace/read-workspace.ts'
import type { Workspace } from '../core/workspace/workspace.ts'
import { allowing, originsIn } from './allowing.ts'
import { visible } from './demo/print.ts'
import { linesOfDiagnosis } from './diagnosis-lines.ts'
import { environmentNamed } from './find-environment.ts'
import { giveSecrets, withGiven } from './give-secrets.ts'
import { type Host, openHost } from './host.ts'
import { interruptSignal } from './interrupt.ts'
import { tokenProblemLines } from './problem-lines.ts'
import { say } from './say.ts'
import { secretsOf } from './secrets.ts'
import { workspaceFile } from './workspace-file.ts'

/**
 * `ccx token`: requests a token for an environment of the app's workspace, by its own authentication method and network
 * policy. The token alone goes to stdout, everything else to stderr.
 */
export async function token(args: string[]): Promise<number> {
  const options = {
    workspace: { type: 'string' },
    allow: { type: 'string', multiple: true },
    question: { type: 'boolean' },
  } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) {
    say('Name one environment: ccx token "My environment"')
    return 2
  }
  const read = readWorkspace(values.workspace ?? workspaceFile())
  const { environments, damaged } = read
  if (damaged.length > 0)
    say(`Changed on the disk, and not by the app: ${damagedEntriesList(damaged)}. Open the app to restore a backup.`)
  const environment = environmentNamed(environments, name)
  if (environment === null) return 1
  const host = openHost(null)
  const { api, workspace, close } = host
  const context = { flowId: randomUUID(), signal: interruptSignal() }
  const { id: environmentId } = environment
  const secrets = secretsOf(process.env)
  const value = withGiven(environment.value, secrets)
  workspace.environments.add({ ...environment, value })
  copySecrets(read, workspace, environmentId)
  const passphrase = process.env['CCX_PASSPHRASE']
  if (passphrase !== undefined) {
    const change = await api.unlockSecretStorage({ passphrase }, context)
    if (change.kind === 'refused') say(`CCX_PASSPHRASE: ${storageRefusalText(change.reason)}`)
  }
  await giveSecrets(host, { id: environmentId, value }, secrets, context, (each) =>
    copyBindings(read, workspace, environmentId, each),
  )
  const outcome = await allowing(
    api,
    { environmentId, allowed: originsIn(values.allow) },
    context,
    () => api.requestToken({ environmentId }, context),
    (each) => (each.kind === 'not_sent' ? each.problems : []),
  )
  if ('findings' in outcome) for (const line of linesOfDiagnosis(outcome)) say(line)
  for (const line of tokenProblemLines(outcome)) say(line)
  if (values.question === true) await writeQuestion(api, outcome, context)
  const obtained = outcome.kind === 'issued' ? await api.revealToken({ environmentId }, context) : null
  close()
  if (obtained === null) return 1
  process.stdout.write(`${obtained}\n`)
  return 0
}

/** What failed, as a question to whoever runs the server; nothing where nothing was sent, or all went well. */
async function writeQuestion(api: Host['api'], outcome: TokenOutcome, context: CallContext): Promise<void> {
  if (outcome.kind === 'issued' || outcome.kind === 'not_sent') return
  const exchange = await api.getExchange({ id: outcome.exchangeId }, context)
  if (exchange === null) return
  process.stdout.write(`${visible(questionText(exchange, outcome.findings, outcome.checked ?? []))}\n`)
}

/** Sealed as they are, and bound to where they may go: a workspace that a passphrase protects can be opened here as well. */
function copySecrets(from: ReadWorkspace, to: Workspace, environmentId: string): void {
  if (from.dataKey !== null) to.dataKey.put(from.dataKey)
  for (const secret of from.secrets) if (secret.environmentId === environmentId) to.secrets.put(secret)
  for (const setting of from.fromFilesOf(environmentId)) to.fromFiles.add(environmentId, setting)
  copyBindings(from, to, environmentId, null)
}

/** Of one secret, or of all. */
function copyBindings(from: ReadWorkspace, to: Workspace, environmentId: string, name: SecretName | null): void {
  for (const bound of from.originsOf(environmentId)) {
    if (name === null || bound.name === name) to.secretBindings.add(environmentId, bound)
  }
}

import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { problemSentence } from '../wording/problems.ts'
import { damagedEntriesList } from '../wording/damaged-entry.ts'
import type { EnvironmentInput } from '../contract/environment.ts'
import { questionText } from '../wording/diagnosis/question.ts'
import { storageRefusalText } from '../wording/secret-storage.ts'
import { failureText } from '../wording/failures.ts'
import type { TokenOutcome } from '../contract/outcome.ts'
import type { Remedy } from '../contract/finding.ts'
import { type SecretName, secretNameSchema, type TypedSecrets } from '../contract/secret.ts'
import { bindGiven } from '../core/environment/bind-secrets.ts'
import type { CallContext } from '../core/core-context.ts'
import { type ReadWorkspace, readWorkspace } from '../core/workspace/read-workspace.ts'
import type { Workspace } from '../core/workspace/workspace.ts'
import { visible } from './demo/print.ts'
import { linesOfDiagnosis } from './diagnosis-lines.ts'
import { type Host, openHost } from './host.ts'
import { interruptSignal } from './interrupt.ts'
import { secretsOf, variableOf } from './secrets.ts'
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
  const found = environments.filter(({ id, value }) => id === name || value.name === name)
  const [environment] = found
  if (environment === undefined || found.length > 1) {
    say(found.length > 1 ? `Several environments are named "${name}": use an id.` : `No environment "${name}".`)
    for (const { id, value } of found.length > 1 ? found : environments) say(`  ${id}  ${value.name}`)
    return 1
  }
  const { api, workspace, close } = openHost(null)
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
  await api.saveEnvironment({ id: environmentId, value, secrets, keepOld: [] }, context)
  for (const each of secretNameSchema.options) {
    if ((secrets[each] ?? '') === '') continue
    // Saving it binds it to all that the environment names; what came with a file has to be allowed here as well.
    workspace.secretBindings.clear(environmentId, each)
    copyBindings(read, workspace, environmentId, each)
    bindGiven(workspace, environmentId, value, each)
  }
  const allowed = new Set(
    values.allow?.map((url) => (URL.canParse(url) && new URL(url).origin !== 'null' ? new URL(url).origin : url)),
  )
  const outcome = await requestAllowing(api, environmentId, allowed, context)
  if ('findings' in outcome) for (const line of linesOfDiagnosis(outcome)) say(line)
  for (const line of problemsOf(outcome)) say(line)
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

/** Allows, for this run, what is asked about the origins that were named; each question comes once. */
async function requestAllowing(
  api: Host['api'],
  environmentId: string,
  allowed: ReadonlySet<string>,
  context: CallContext,
): Promise<TokenOutcome> {
  const outcome = await api.requestToken({ environmentId }, context)
  const asked = outcome.kind === 'not_sent' ? outcome.problems.flatMap(({ remedy }) => remedy ?? []) : []
  const granted = asked.flatMap((remedy) =>
    remedy.kind === 'allow_origin' && allowed.has(remedy.origin) ? remedy : [],
  )
  if (granted.length === 0) return outcome
  for (const { secret, origin, way } of granted) await api.allowOrigin({ environmentId, secret, origin, way }, context)
  return requestAllowing(api, environmentId, allowed, context)
}

/** What is given on the command line is used, no matter where the environment says that it comes from. */
function withGiven(value: EnvironmentInput, given: TypedSecrets): EnvironmentInput {
  const session = Object.keys(given).map((name) => [name, { kind: 'session' }])
  return { ...value, secretSources: { ...value.secretSources, ...Object.fromEntries(session) } }
}

function problemsOf(outcome: TokenOutcome): string[] {
  switch (outcome.kind) {
    case 'issued':
      return []
    case 'refused':
      return [`Refused with ${outcome.status} ${outcome.error.error}.`]
    case 'nonconformant':
      return [`Status ${outcome.status}, and not a token response.`]
    case 'unreachable': {
      const { title, sentence, advice } = failureText(outcome.failure)
      return [`${title}: ${sentence}`, advice]
    }
    case 'not_sent':
      return outcome.problems.map((problem) => {
        const { field, remedy } = problem
        const isSecret = secretNameSchema.options.some((secret) => secret === field)
        const wayOut =
          remedy === undefined ? '' : ` ${waysOut[remedy.kind](remedy.kind === 'allow_origin' ? remedy.origin : '')}`
        return `${isSecret ? variableOf(field) : field}: ${problemSentence(problem)}${wayOut}`
      })
  }
}

const waysOut = {
  allow_origin: (origin) => `Allow it in the app, or for this run with --allow ${origin}.`,
  answer: () => 'Give it in this variable.',
  unlock: () =>
    'Give the passphrase in CCX_PASSPHRASE; what the keyring protects only the app can open, so give the secret itself.',
} as const satisfies Record<Remedy['kind'], (origin: string) => string>

const say = (line: string) => process.stderr.write(`${visible(line)}\n`)

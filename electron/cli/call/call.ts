import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { requestOf } from '../../common/request-of-call.ts'
import type { ApiCall, ApiRequest } from '../../contract/api-call.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import { prepareSteps } from '../../core/importing/stage-calls.ts'
import { applyStep } from '../../core/importing/apply.ts'
import type { ReadEnvironment } from '../../core/importing/read-environments.ts'
import { secretValuesIn } from '../../core/variables/secret-values.ts'
import { allowing, originsIn } from '../allowing.ts'
import { visible } from '../demo/print.ts'
import { environmentNamed } from '../find-environment.ts'
import { giveSecrets, withGiven } from '../give-secrets.ts'
import { type Host, openHost } from '../host.ts'
import { interruptSignal } from '../interrupt.ts'
import { say } from '../say.ts'
import { secretsOf, variableOf } from '../secrets.ts'
import { writeBody } from './body.ts'
import { withChosenFiles } from './chosen-files.ts'
import { callLine, callsNamed } from './find-call.ts'
import { readShared } from './read-shared.ts'
import { type Ended, exitCodeOf, problemsIn, reportJson, reportLines } from './report.ts'

const usage = 'ccx call FILE --environment NAME --call NAME'

const options = {
  environment: { type: 'string' },
  call: { type: 'string' },
  allow: { type: 'string', multiple: true },
  file: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  body: { type: 'boolean', default: false },
} as const

/**
 * `ccx call`: sends a saved call of a `*.ccx.json` file and checks its assertions. The report goes to stdout, or to stderr
 * where `--body` prints the body there.
 */
export async function call(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) return refused(`Name one file: ${usage}`)
  if (values.json && values.body) return refused('--json has the body already: give one of --json and --body.')
  const secrets = secretsOf(process.env)
  const { secret_variables: variables = '' } = secrets
  if (variables !== '' && secretValuesIn(variables).size === 0)
    return refused(`${variableOf('secret_variables')} is not a JSON object of texts, such as {"name": "value"}.`)
  const host = openHost(null)
  try {
    const shared = await readShared(file, process.env['CCX_PASSPHRASE'], host.workspace)
    if (!shared.ok) return refused(`${file}: ${shared.problem}`)
    if (values.environment === undefined) return listed(shared.file.environments)
    const environment = environmentNamed(shared.file.environments, values.environment)
    if (environment === null) return 2
    const saved = callNamed(environment, values.call)
    if (saved === null) return 2
    const chosen = withChosenFiles(requestOf({ ...saved, environmentId: '' }), values.file ?? [])
    if (!chosen.ok) return refused(`--file ${chosen.unknown}: the call names ${namesText(chosen.names)}.`)
    const given = { ...shared.carried[environment.id], ...secrets }
    const context = { flowId: randomUUID(), signal: interruptSignal() }
    const ended = await run(host, { environment, request: chosen.request, given, allow: values.allow ?? [] }, context)
    const names = { environment: environment.value.name, call: callLine(saved) }
    if (values.json) process.stdout.write(`${reportJson(names, ended)}\n`)
    else for (const line of reportLines(ended)) tell(line, values.body)
    if (values.body && ended.exchange !== null) await writeBody(host.api, ended.exchange, context)
    return exitCodeOf(ended.outcome)
  } finally {
    host.close()
  }
}

interface Wanted {
  environment: ReadEnvironment
  request: ApiRequest
  given: TypedSecrets
  allow: readonly string[]
}

/** Sends the call with its environment taken in as one of a file: what it names gets nothing secret before it is allowed. */
async function run(
  host: Host,
  { environment, request, given, allow }: Wanted,
  context: Parameters<Host['api']['sendApiCall']>[1],
): Promise<Ended> {
  const { api, workspace } = host
  const environmentId = randomUUID()
  const read = { ...environment, value: withGiven(environment.value, given) }
  const { value } = read
  const step = { kind: 'add', read, id: environmentId, name: value.name } as const
  const [prepared] = await prepareSteps({ newId: randomUUID, now: Date.now, workspace }, [step])
  if (prepared !== undefined) applyStep({ workspace }, prepared)
  await giveSecrets(host, { id: environmentId, value }, given, context)
  const outcome = await allowing(
    api,
    { environmentId, allowed: originsIn(allow) },
    context,
    () => api.sendApiCall({ environmentId, request }, context),
    problemsIn,
  )
  const exchange = 'exchangeId' in outcome ? await api.getExchange({ id: outcome.exchangeId }, context) : null
  return { request, outcome, exchange }
}

function listed(all: readonly ReadEnvironment[]): number {
  say(`Name an environment of the file: ${usage}`)
  for (const { id, value } of all) say(`  ${id}  ${value.name}`)
  return 2
}

type SavedCall = Omit<ApiCall, 'environmentId'>

function callNamed({ calls, value }: ReadEnvironment, name: string | undefined): SavedCall | null {
  const found = name === undefined ? [] : callsNamed(calls, name)
  const [one] = found
  if (one !== undefined && found.length === 1) return one
  if (name === undefined) say(`Name a call of "${value.name}": ${usage}`)
  else say(found.length > 1 ? `Several calls are named "${name}": use an id.` : `No call "${name}" in "${value.name}".`)
  for (const each of found.length > 1 ? found : calls) say(`  ${each.id}  ${callLine(each)}`)
  return null
}

const namesText = (names: readonly string[]): string =>
  names.length === 0 ? 'no file' : names.map((name) => `"${name}"`).join(', ')

function tell(line: string, isAside: boolean): void {
  if (isAside) say(line)
  else process.stdout.write(`${visible(line)}\n`)
}

function refused(problem: string): number {
  say(problem)
  return 2
}

import { parseArgs } from 'node:util'
import { findingSentence } from '../contract/finding-sentences.ts'
import { failureText } from '../contract/failure-sentences.ts'
import type { TokenOutcome } from '../contract/outcome.ts'
import { secretNameSchema } from '../contract/secret.ts'
import { readEnvironments } from '../core/workspace/read-environments.ts'
import { visible } from './demo/print.ts'
import { openHost } from './host.ts'
import { interruptSignal } from './interrupt.ts'
import { secretsOf, variableOf } from './secrets.ts'
import { workspaceFile } from './workspace-file.ts'

/**
 * `ccx token`: requests a token for an environment of the app's workspace, by its own authentication method and network
 * policy. The token alone goes to stdout, everything else to stderr.
 */
export async function token(args: string[]): Promise<number> {
  const options = { workspace: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) {
    say('Name one environment: ccx token "My environment"')
    return 2
  }
  const environments = readEnvironments(values.workspace ?? workspaceFile())
  const found = environments.filter(({ id, value }) => id === name || value.name === name)
  const [environment] = found
  if (environment === undefined || found.length > 1) {
    say(found.length > 1 ? `Several environments are named "${name}": use an id.` : `No environment "${name}".`)
    for (const { id, value } of found.length > 1 ? found : environments) say(`  ${id}  ${value.name}`)
    return 1
  }
  const { api, close } = openHost(null)
  const context = { signal: interruptSignal() }
  const { id: environmentId } = await api.createEnvironment(environment.value, context)
  const secrets = secretsOf(process.env)
  for (const each of secretNameSchema.options) {
    const value = secrets[each]
    if (value !== undefined) await api.setSecret({ environmentId, name: each, value }, context)
  }
  const outcome = await api.requestToken({ environmentId }, context)
  if ('findings' in outcome)
    for (const finding of outcome.findings) say(`${finding.severity}: ${findingSentence(finding)}`)
  for (const line of problemsOf(outcome)) say(line)
  const obtained = outcome.kind === 'issued' ? await api.revealToken({ environmentId }, context) : null
  close()
  if (obtained === null) return 1
  process.stdout.write(`${obtained}\n`)
  return 0
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
      return outcome.problems.map(({ field, message }) =>
        secretNameSchema.options.some((secret) => secret === field)
          ? `${variableOf(field)}: ${message}`
          : `${field}: ${message}`,
      )
  }
}

const say = (line: string) => process.stderr.write(`${visible(line)}\n`)

import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { assertNever } from '../../common/assert-never.ts'
import { oneOf } from '../../common/one-of.ts'
import type { Review } from '../../contract/review.ts'
import type { CallContext } from '../../core/core-context.ts'
import { saveProblemText } from '../../wording/save-problem.ts'
import { originsIn } from '../allowing.ts'
import { interruptSignal } from '../interrupt.ts'
import { say } from '../say.ts'
import { workspaceFile } from '../workspace-file.ts'
import { askServer } from './ask.ts'
import { exitCodeOf, type FailOn, failOnLevels } from './exit-code.ts'
import { reportJson } from './report-json.ts'
import { reportJunit } from './report-junit.ts'
import { reportText } from './report-text.ts'
import { runProbes } from './run-probes.ts'
import { type Subject, subjectOfFile, subjectOfWorkspace } from './subject.ts'

const options = {
  workspace: { type: 'string' },
  file: { type: 'string' },
  environment: { type: 'string' },
  offline: { type: 'boolean', default: false },
  probe: { type: 'boolean', default: false },
  production: { type: 'boolean', default: false },
  'wrong-credentials': { type: 'boolean', default: false },
  'other-audience': { type: 'string', default: '' },
  allow: { type: 'string', multiple: true },
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'at-risk' },
} as const

const formats = ['text', 'json', 'markdown', 'html', 'junit'] as const
type Format = (typeof formats)[number]

const usage = 'ccx review NAME, or ccx review --file FILE --environment NAME'

/** `ccx review`: whether an environment is set up well. The report alone goes to stdout. */
export async function review(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const format = oneOf(formats, values.format)
  const failOn = oneOf(failOnLevels, values['fail-on'])
  if (format === null) return refused(`--format is one of ${formats.join(', ')}.`)
  if (failOn === null) return refused(`--fail-on is one of ${failOnLevels.join(', ')}.`)
  if (values['wrong-credentials'] && !values.probe) return refused('--wrong-credentials is for --probe.')
  if (values['other-audience'] !== '' && !values.probe) return refused('--other-audience is for --probe.')
  if (values.probe && values.offline) return refused('--probe sends requests: leave out --offline.')
  const context = { flowId: randomUUID(), signal: interruptSignal() }
  const subject = await subjectOf(values, positionals, context)
  if (subject === null) return 2
  try {
    const wanted = {
      ...values,
      wrongCredentials: values['wrong-credentials'],
      otherAudience: values['other-audience'],
      format,
      failOn,
      allowed: originsIn(values.allow),
    }
    return await reviewed(subject, wanted, context)
  } finally {
    subject.host.close()
  }
}

async function subjectOf(
  { file, environment, workspace }: { file?: string; environment?: string; workspace?: string },
  positionals: readonly string[],
  context: CallContext,
): Promise<Subject | null> {
  const [name, ...more] = positionals
  if (file !== undefined && workspace !== undefined) {
    say('--file is read in the place of a workspace: leave out --workspace.')
    return null
  }
  if (file !== undefined && environment !== undefined && name === undefined)
    return subjectOfFile(file, environment, context)
  if (file === undefined && environment === undefined && name !== undefined && more.length === 0)
    return subjectOfWorkspace(workspace ?? workspaceFile(), name, context)
  say(`Name one environment: ${usage}`)
  return null
}

interface Wanted {
  offline: boolean
  probe: boolean
  production: boolean
  wrongCredentials: boolean
  otherAudience: string
  allowed: ReadonlySet<string>
  format: Format
  failOn: FailOn
}

async function reviewed(subject: Subject, wanted: Wanted, context: CallContext): Promise<number> {
  const { host, environmentId } = subject
  const { offline, probe, production, wrongCredentials, otherAudience, allowed, format, failOn } = wanted
  const isProduction = host.workspace.environments.get(environmentId)?.value.stage === 'production'
  if (probe && isProduction && !production)
    return refused('This is a production environment: add --production to send probes there. Nothing was sent.')
  const hasToken = offline || (await askServer(subject, allowed, context))
  const before = await host.api.getReview({ environmentId }, context)
  if (before === null) return 2
  const how = { allowed, isProductionConfirmed: production, wrongCredentials, otherAudience }
  const isProbed = !probe || (await runProbes(subject, before, how, context))
  const after = (probe ? await host.api.getReview({ environmentId }, context) : before) ?? before
  const isComplete = hasToken && isProbed
  const text = await written(subject, after, { format, failOn, isComplete }, context)
  if (text === null) return 2
  process.stdout.write(text)
  return exitCodeOf(after, failOn, isComplete)
}

async function written(
  { host: { api }, environmentId, written: fileText }: Subject,
  result: Review,
  { format, failOn, isComplete }: { format: Format; failOn: FailOn; isComplete: boolean },
  context: CallContext,
): Promise<string | null> {
  switch (format) {
    case 'text':
      return reportText(result, process.stdout.columns)
    case 'json':
      return `${reportJson(result, isComplete)}\n`
    case 'junit':
      return reportJunit(result, failOn, isComplete)
    case 'markdown':
    case 'html': {
      const outcome = await api.saveReview({ environmentId, format, isOnlyOpen: false }, context)
      if (outcome.kind === 'failed') say(saveProblemText(outcome.reason))
      return outcome.kind === 'saved' ? fileText() : null
    }
    default:
      return assertNever(format)
  }
}

function refused(problem: string): number {
  say(problem)
  return 2
}

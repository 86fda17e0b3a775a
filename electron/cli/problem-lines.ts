import type { TransportFailure } from '../contract/exchange.ts'
import type { Remedy } from '../contract/finding.ts'
import type { TokenOutcome } from '../contract/outcome.ts'
import type { FieldProblem } from '../contract/problem.ts'
import { secretNameSchema } from '../contract/secret.ts'
import { failureText } from '../wording/failures.ts'
import { problemSentence } from '../wording/problems.ts'
import { variableOf } from './secrets.ts'

/** Why no token came; nothing where one did. */
export function tokenProblemLines(outcome: TokenOutcome): string[] {
  switch (outcome.kind) {
    case 'issued':
      return []
    case 'refused':
      return [`Refused with ${outcome.status} ${outcome.error.error}.`]
    case 'nonconformant':
      return [`Status ${outcome.status}, and not a token response.`]
    case 'unreachable':
      return failureLines(outcome.failure)
    case 'not_sent':
      return problemLines(outcome.problems)
  }
}

export function failureLines(failure: TransportFailure): string[] {
  const { title, sentence, advice } = failureText(failure)
  return [`${title}: ${sentence}`, advice]
}

/** What keeps a request from being sent, and the way out. */
export function problemLines(problems: readonly FieldProblem[]): string[] {
  return problems.map((problem) => {
    const { field } = problem
    const isSecret = secretNameSchema.options.some((secret) => secret === field)
    return `${isSecret ? variableOf(field) : field}: ${problemSentence(problem)}${wayOut(problem)}`
  })
}

function wayOut({ code, evidence, remedy }: FieldProblem): string {
  if (remedy !== undefined) return ` ${waysOut[remedy.kind](remedy.kind === 'allow_origin' ? remedy.origin : '')}`
  return code === 'file_to_choose' ? ` Give it with --file "${evidence['name'] ?? ''}=PATH".` : ''
}

const waysOut = {
  allow_origin: (origin) => `Allow it in the app, or for this run with --allow ${origin}.`,
  answer: () => 'Give it in this variable.',
  unlock: () =>
    'Give the passphrase in CCX_PASSPHRASE; what the keyring protects only the app can open, so give the secret itself.',
} as const satisfies Record<Remedy['kind'], (origin: string) => string>

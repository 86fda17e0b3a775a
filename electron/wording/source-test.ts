import type { FieldProblem } from '../contract/problem.ts'
import type { SourceFact } from '../contract/source-test.ts'
import { problemSentence } from './problems.ts'

/** Why a source gave no secret when it was tried. */
export function sourceProblemText(problem: FieldProblem): string {
  const sentence = problemSentence(problem)
  return problem.remedy?.kind === 'allow_origin' ? `${sentence} Request a token to be asked whether it may.` : sentence
}

const labels: Readonly<Record<SourceFact['name'], string>> = {
  length: 'Length',
  lines: 'Lines',
  first_of_lines: 'Taken',
  white_space_around: 'Note',
  json_object: 'Note',
  version: 'Version',
  stages: 'Stages',
  region: 'Region',
  created: 'Created',
  updated: 'Updated',
  expires: 'Expires',
  vault_token: 'Token',
  vault_secret_id: 'Secret ID',
  service_account: 'Service account',
}

/** What may be shown of a secret that a source gave. */
export const sourceFactText = ({ name, value }: SourceFact): { label: string; text: string } => ({
  label: labels[name],
  text: textOf(name, value),
})

function textOf(name: SourceFact['name'], value: string): string {
  switch (name) {
    case 'length':
      return value === '1' ? '1 character' : `${value} characters`
    case 'first_of_lines':
      return `the first of ${value} lines`
    case 'white_space_around':
      return 'It begins or ends with white space, which is sent as part of it.'
    case 'json_object':
      return 'It is a JSON object. Enter a key to take one of its values.'
    case 'vault_token':
    case 'vault_secret_id':
      return value === 'environment' ? 'entered for this environment' : value
    default:
      return value
  }
}

import { assertNever } from '../common/assert-never.ts'
import type { SaveProblem } from '../contract/save-problem.ts'
import { sentence } from './sentence.ts'
import { systemFailureText } from './system-failure.ts'

/** Why something was not written to a file or to the clipboard. */
export function saveProblemText(problem: SaveProblem): string {
  switch (problem.code) {
    case 'file_not_written':
      return systemFailureText(problem.evidence.failure)
    case 'token_gone':
      return 'The token no longer exists.'
    case 'flow_gone':
      return 'This run is no longer kept. Run the flow again.'
    case 'exchange_gone':
      return 'This exchange is no longer recorded.'
    case 'environment_gone':
      return 'This environment no longer exists.'
    case 'nothing_to_export':
      return 'There is nothing to export. Built-in environments are not exported: duplicate one to share what you changed.'
    case 'secret_in_clear':
      return secretInClear(problem.evidence)
    case 'several_files':
      return `Nothing was copied: the export has ${problem.evidence.count} files. Save it as a folder.`
    case 'no_signing_key':
      return 'It cannot be signed: you have no signing key, or the stored secrets are locked. Nothing was written.'
    case 'not_encrypted':
      return `The secrets could not be encrypted: ${sentence(problem.evidence.message)} Nothing was written.`
    default:
      return assertNever(problem)
  }
}

type Found = Extract<SaveProblem, { code: 'secret_in_clear' }>['evidence']

function secretInClear({ places, more }: Found): string {
  const found = places.map(({ what, place, environment }) =>
    place === '' ? `${kinds[what]} in "${environment}"` : `${kinds[what]} in ${place} of "${environment}"`,
  )
  const others = more === 0 ? '' : `, and ${more} more`
  return `Nothing was written, because there is ${found.join('; ')}${others}. Remove it from there, and export again.`
}

const kinds: Readonly<Record<Found['places'][number]['what'], string>> = {
  private_key: 'a private key',
  known_secret: 'a secret that this app keeps',
}

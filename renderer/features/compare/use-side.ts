import { useDebouncedValue } from '@mantine/hooks'
import type { ComparisonSide } from '../../../electron/contract/comparison.ts'
import type { Inspection } from '../../../electron/contract/decoded-token.ts'
import { inspectMaxCharacters } from '../../../electron/vocabulary/limits.ts'
import type { SideChoice } from '../../queries/comparison.ts'
import { useInspection } from '../../queries/tokens.ts'
import type { Known } from './side-options.ts'

/** A side as far as it is there. */
export interface Side {
  choice: SideChoice | null
  /** Null while there is nothing to compare. */
  compared: ComparisonSide | null
  /** What a pasted text holds; null for other sides, and while nothing is pasted. */
  pasted: Inspection | null
  error: Error | null
}

const pause = 150

export function useSide(choice: SideChoice | null, known: Known): Side {
  const [text] = useDebouncedValue(choice?.kind === 'pasted' ? choice.text : '', pause)
  const tooLong = text.length > inspectMaxCharacters
  const inspection = useInspection(tooLong ? '' : text)
  const pasted = choice?.kind === 'pasted' && text.trim() !== '' && !tooLong ? (inspection.data ?? null) : null
  return {
    choice,
    compared: comparedOf(choice, pasted, known),
    pasted,
    error: tooLong
      ? new Error('The text is longer than 4 MB. Paste the part of it that holds the token.')
      : inspection.error,
  }
}

function comparedOf(
  choice: SideChoice | null,
  pasted: Inspection | null,
  { environments, tokens }: Known,
): ComparisonSide | null {
  if (choice === null) return null
  if (choice.kind === 'pasted') {
    const token = pasted?.found[0]?.token
    return token === undefined ? null : { kind: 'pasted', token }
  }
  const { environmentId } = choice
  if (choice.kind === 'asked') return environments.some(({ id }) => id === environmentId) ? choiceAsSide(choice) : null
  const held = tokens.find((token) => token.environmentId === environmentId)
  const there = choice.kind === 'held' ? held !== undefined : (held?.previousIssuedAt ?? null) !== null
  return there ? choiceAsSide(choice) : null
}

const choiceAsSide = ({ kind, environmentId }: Exclude<SideChoice, { kind: 'pasted' }>): ComparisonSide => ({
  kind,
  environmentId,
})

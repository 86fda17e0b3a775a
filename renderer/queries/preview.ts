import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { FieldProblem } from '../../electron/contract/problem.ts'
import type { PreviewOutcome } from '../../electron/contract/outcome.ts'
import type { SecretStates } from '../../electron/contract/secret.ts'
import { call } from '../host.ts'

type Input = Omit<CallInput<'previewTokenRequest'>, 'reveal'>

/**
 * The token request, masked, as it would be sent now. Files that it names may have changed while the person was
 * elsewhere, so it is built again when the window is looked at again.
 */
export function usePreview(input: Input | null, held: SecretStates | null) {
  return useQuery(previewOf(input, held))
}

/** What keeps that request from being sent. Who uses it is drawn when this changes, and not with every other preview. */
export function usePreviewProblems(input: Input | null, held: SecretStates | null): readonly FieldProblem[] {
  const { data = none } = useQuery({ ...previewOf(input, held), select: problemsOf, notifyOnChangeProps: ['data'] })
  return data
}

const none: readonly FieldProblem[] = []

const problemsOf = (outcome: PreviewOutcome | null): readonly FieldProblem[] =>
  outcome?.kind === 'not_sent' ? outcome.problems : none

const previewOf = (input: Input | null, held: SecretStates | null) =>
  queryOptions({
    queryKey: ['preview', input, held],
    queryFn: ({ signal }): Promise<PreviewOutcome | null> =>
      input === null ? Promise.resolve(null) : call('previewTokenRequest', { ...input, reveal: false }, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
  })

/** The same with its secrets, while `input` is not null. */
export function useRevealedPreview(input: Input | null) {
  return useQuery({
    queryKey: ['revealed preview', input],
    queryFn: ({ signal }) => (input === null ? null : call('previewTokenRequest', { ...input, reveal: true }, signal)),
    gcTime: 0,
  })
}

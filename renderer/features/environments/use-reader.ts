import { problemSentence } from '../../../electron/wording/problems.ts'
import type { CallInput } from '../../../electron/contract/calls.ts'
import type { ConnectionTest } from '../../../electron/contract/connection-test.ts'
import type { DiscoveryOutcome, KeysOutcome } from '../../../electron/contract/outcome.ts'
import type { TypedSecrets } from '../../../electron/contract/secret.ts'
import { typedSecrets } from '../../queries/typed-secrets.ts'
import { useFormScope } from './form-scope.ts'
import { goToFields } from './first-field.ts'
import { readNetwork } from './read-values.ts'
import { sectionOf } from './sections.ts'

type Unsaved = Omit<CallInput<'discover'>, 'issuer'>
type OnOutcome = (outcome: DiscoveryOutcome | KeysOutcome | ConnectionTest) => void

/** Of what is sent to read a document, what was typed in secret is not kept. */
export const keptWithoutSecrets = {
  kept: <Input extends { secrets: TypedSecrets }>(input: Input): Input => ({ ...input, secrets: {} }),
}

/**
 * Runs `act` with how public documents are read for this form, or shows what is wrong with its network policy.
 * `act` hands over the outcome, so that what kept a request from being sent is shown at its field, until that is edited.
 */
export function useReader(): (act: (unsaved: Unsaved, onOutcome: OnOutcome) => void) => void {
  const { form, environment, draftKey, sections } = useFormScope()
  const onOutcome: OnOutcome = (outcome) => {
    if (outcome.kind !== 'not_sent') return
    const errors = Object.fromEntries(outcome.problems.map((problem) => [problem.field, problemSentence(problem)]))
    // Not `setFieldError`: it leaves out an error that is still drawn, though typing is about to take that away.
    form.setErrors((shown) => ({ ...shown, ...errors }))
  }
  return (act) => {
    for (const field of Object.keys(form.errors)) {
      if (sectionOf(field) === 'network') form.clearFieldError(field)
    }
    const values = form.getValues()
    const read = readNetwork(values)
    if (read.ok) {
      const { network } = read.value
      const { secrets } = typedSecrets(draftKey)
      act({ environmentId: environment?.id ?? null, secrets, stage: values.stage, network }, onOutcome)
      return
    }
    form.setErrors(read.errors)
    goToFields(Object.keys(read.errors), sections)
  }
}

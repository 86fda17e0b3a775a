import type { CallInput } from '../../../electron/contract/calls.ts'
import { useFormScope } from './form-scope.ts'
import { readNetwork } from './read-values.ts'
import { sectionOf } from './sections.ts'

type Unsaved = Omit<CallInput<'discover'>, 'issuer'>

/** Runs `act` with how public documents are read for this form, or shows what is wrong with its network policy. */
export function useReader(): (act: (unsaved: Unsaved) => void) => void {
  const { form, environment, secrets, sections } = useFormScope()
  return (act) => {
    const read = readNetwork(form.values)
    if (read.ok) {
      act({ environmentId: environment?.id ?? null, secrets, stage: form.values.stage, network: read.value.network })
      return
    }
    form.setErrors(read.errors)
    sections.open(Object.keys(read.errors).flatMap((field) => sectionOf(field) ?? []))
    const [first] = Object.keys(read.errors)
    if (first !== undefined) form.getInputNode(first)?.focus()
  }
}

import type { ApiPart } from '../../../../../electron/contract/api-call.ts'
import type { CallForm } from '../call-form.ts'
import type { CallValues } from '../call-values.ts'

const none: readonly [] = []

export const partsOf = ({ body }: CallValues): readonly ApiPart[] => (body.kind === 'multipart' ? body.parts : none)

/** Puts these in the place of one part. */
export const changePart = (form: CallForm, index: number, by: readonly ApiPart[]): void =>
  form.set({ body: { kind: 'multipart', parts: partsOf(form.get()).toSpliced(index, 1, ...by) } })

/** A part as text or as a file. */
export function partOfKind(kind: ApiPart['kind'], { name, contentType, enabled }: ApiPart): ApiPart {
  return kind === 'text'
    ? { kind, name, value: '', contentType, enabled }
    : { kind, name, file: { path: '', name: '' }, contentType, enabled }
}

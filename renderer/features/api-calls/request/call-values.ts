import { newApiRequest, newCallLabel } from '../../../../electron/catalogue/new-api-request.ts'
import { withSplitUrl } from '../../../../electron/common/query-rows.ts'
import type { ApiCall, ApiCallLabel, ApiRequest } from '../../../../electron/contract/api-call.ts'

/** All that the form edits of a call. The query is in its rows, and `url` has none. */
export type CallValues = ApiRequest & ApiCallLabel

/** What is saved of a call, or how a new one begins. */
export function valuesOf(call: ApiCall | null): CallValues {
  if (call === null) return { ...newApiRequest, ...newCallLabel }
  const { id: _id, environmentId: _environmentId, ...values } = call
  return withSplitUrl(values)
}

/** What is sent and saved: a header without name and value is a line that nobody filled in. */
export function requestOfValues({ name: _name, folder: _folder, notes: _notes, ...request }: CallValues): ApiRequest {
  return {
    ...request,
    url: request.url.trim(),
    headers: request.headers.filter(({ name, value }) => name.trim() !== '' || value !== ''),
  }
}

export const labelOfValues = ({ name, folder, notes }: CallValues): ApiCallLabel => ({ name, folder, notes })

/** The fields that differ. What was not touched is the same object, and costs nothing to compare. */
export function changedFields(one: CallValues, other: CallValues): (keyof CallValues)[] {
  return fieldNames.filter((name) => !isSame(one[name], other[name]))
}

/** Of plain data. Texts of different length differ at once, and what is the same object is not looked at. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const entries = Object.entries(one)
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([name, value]) => isSame(value, Reflect.get(other, name)))
  )
}

/** The edits that made `edited` of `before`, made to `after` instead. A field is one value. */
export function rebased(edited: CallValues, before: CallValues, after: CallValues): CallValues {
  const changed = changedFields(edited, before)
  return Object.assign({ ...after }, ...changed.map((name) => ({ [name]: edited[name] })))
}

const isField = (name: string): name is keyof CallValues => Object.hasOwn({ ...newApiRequest, ...newCallLabel }, name)
const fieldNames = Object.keys({ ...newApiRequest, ...newCallLabel }).filter(isField)

/** A draft that this window kept; null when it is none. */
export function valuesOfDraft(draft: string | undefined): CallValues | null {
  if (draft === undefined) return null
  const kept: unknown = JSON.parse(draft)
  return isCallValues(kept) ? kept : null
}

const isCallValues = (value: unknown): value is CallValues =>
  typeof value === 'object' && value !== null && fieldNames.every((name) => Object.hasOwn(value, name))

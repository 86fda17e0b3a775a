import type { OtherFile } from '../../contract/import-problem.ts'
import type { Members } from '../json/json-members.ts'

/** JSON that holds nothing to import, by the members that only it has. */
const objects: readonly (readonly [(file: Members) => boolean, OtherFile])[] = [
  [(file) => Array.isArray(file['keys']), 'key_set'],
  [(file) => 'access_token' in file, 'token_response'],
]

/** Which file a JSON object is that nothing can be imported from; null when it is not recognised. */
export function foreignObject(value: Members): OtherFile | null {
  // Own members only: every name of the file's is data.
  const file: Members = Object.assign(Object.create(null), value)
  return objects.find(([isIt]) => isIt(file))?.[1] ?? null
}

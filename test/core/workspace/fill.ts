import { newCallLabel } from '../../../electron/catalogue/new-api-request.ts'
import { builtInEnvironments } from '../../../electron/catalogue/built-in-environments.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'

/** A workspace with environments `a0`, `a1`, … and a call each; gives their ids. */
export function fillWorkspace(file: string, count = 20): string[] {
  const [sandbox] = builtInEnvironments
  const request = sandbox?.apiCalls[0]
  if (sandbox === undefined || request === undefined) throw new Error('no built-in environment')
  const workspace = openWorkspace(file)
  const ids = Array.from({ length: count }, (_, index) => `a${index}`)
  for (const id of ids) {
    workspace.environments.add({ id, builtIn: false, value: { ...sandbox.value, name: `Environment ${id}` } })
    workspace.apiCalls.put({ ...request, ...newCallLabel, id: `c-${id}`, environmentId: id })
  }
  workspace.close()
  return ids
}

export function idsIn(file: string): string[] {
  const workspace = openWorkspace(file)
  const ids = workspace.environments.list().map(({ id }) => id)
  workspace.close()
  return ids
}

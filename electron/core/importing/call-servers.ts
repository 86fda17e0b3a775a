import { setImmediate as pause } from 'node:timers/promises'
import type { ApiCall } from '../../contract/api-call.ts'
import type { Variable } from '../../contract/variable.ts'
import type { WithWorkspace } from '../core-context.ts'
import { mixedServer, resolvedUrls } from '../variables/servers.ts'

/** URLs that are looked at between two breaths. */
const atOnce = 500

/**
 * Of the URLs of calls, one for each server that they say and each way to say it: who asks where calls go gets the same answer from
 * them.
 */
export async function distinctServers(
  urls: readonly string[],
  environment: readonly Variable[],
  workspace: readonly Variable[],
): Promise<string[]> {
  const byServer = new Map<string, string>()
  for (let from = 0; from < urls.length; from += atOnce) {
    if (from > 0) await pause()
    const some = urls.slice(from, from + atOnce)
    for (const [index, resolved] of resolvedUrls(some, environment, workspace).entries()) {
      const url = some[index] ?? ''
      const key = `${serverText(resolved)} ${mixedServer(url) ?? ''}`
      if (!byServer.has(key)) byServer.set(key, url)
    }
  }
  return [...byServer.values()]
}

/** The calls that name a secret variable. A name has no character that JSON escapes. */
export async function withSecretVariables<Call extends Omit<ApiCall, 'environmentId'>>(
  calls: readonly Call[],
  variables: readonly Variable[],
): Promise<Call[]> {
  const names = variables.flatMap(({ name, secret }) => (secret ? [`{{${name}}}`] : []))
  const found: Call[] = []
  for (const [index, call] of (names.length === 0 ? [] : calls).entries()) {
    if (index % atOnce === atOnce - 1) await pause()
    const text = JSON.stringify(call)
    if (names.some((name) => text.includes(name))) found.push(call)
  }
  return found
}

/** Those of these variables that a call names. */
export async function namedByCalls(
  calls: readonly Omit<ApiCall, 'environmentId'>[],
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const open = new Set(names)
  for (const [index, call] of calls.entries()) {
    if (open.size === 0) break
    if (index % atOnce === atOnce - 1) await pause()
    const text = JSON.stringify(call)
    for (const name of open) if (text.includes(`{{${name}}}`)) open.delete(name)
  }
  return new Set(names.filter((name) => !open.has(name)))
}

/** All of it where a backslash, or a single slash behind the scheme, may say the server. */
function serverText(url: string): string {
  if (url.includes('\\')) return url
  return /^(?:https?:\/\/|(?=\{\{))[^/?#]*(?=$|[?#]|\/(?!\/))/i.exec(url)?.[0] ?? url
}

/** The calls of an environment, read some at a time. */
export async function callsInSteps(
  { workspace }: WithWorkspace<'apiCalls'>,
  environmentId: string,
): Promise<ApiCall[]> {
  const calls: ApiCall[] = []
  for (let after: number | null = Number.MIN_SAFE_INTEGER; after !== null;) {
    const page: { calls: readonly ApiCall[]; last: number | null } = workspace.apiCalls.page(
      environmentId,
      after,
      atOnce,
    )
    for (const call of page.calls) calls.push(call)
    after = page.last
    if (after !== null) await pause()
  }
  return calls
}

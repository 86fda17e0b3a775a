import { resolveText } from '../../common/variables/resolve.ts'
import { valuesOf } from '../../common/variables/values-of.ts'
import type { Variable } from '../../contract/variable.ts'
import { hasVariables } from '../../vocabulary/variables.ts'

const mostUrl = 100_000

/** URLs with the values of the variables that are no secret; what has none stays as it is. */
export function resolvedUrls(
  urls: readonly string[],
  environment: readonly Variable[],
  workspace: readonly Variable[],
): string[] {
  if (!urls.some(hasVariables)) return [...urls]
  const values = valuesOf({ environment, workspace }, () => undefined)
  return urls.map((url) => resolveText(url, (value) => value, values, mostUrl).text ?? url)
}

/** A variable is all that says which server it is. */
const ofVariable = /^(?:https?:\/\/)?\{\{[A-Za-z0-9_.-]{1,100}\}\}(?:$|[?#]|\/(?!\/))/i
const beforePath = /^(?:https?:\/\/)?[^/?#\\]*/i

/**
 * The part of a URL that says which server it is, where a variable and what surrounds it say so together, such as
 * `https://{{name}}.example`: whoever sets the variable has not named the server. Null for any other URL.
 */
export function mixedServer(url: string): string | null {
  if (ofVariable.test(url)) return null
  const server = beforePath.exec(url)?.[0] ?? ''
  return hasVariables(server) ? server : null
}

import { mostUrl, resolveText } from '../../common/variables/resolve.ts'
import { valuesOf } from '../../common/variables/values-of.ts'
import type { Variable } from '../../contract/variable.ts'
import type { WaySetting } from '../../contract/way.ts'
import { hasVariables, variablesIn } from '../../vocabulary/variables.ts'

/** URLs up to their path, with the values of the variables that are no secret; what has none stays as it is. */
export function resolvedUrls(
  urls: readonly string[],
  environment: readonly Variable[],
  workspace: readonly Variable[],
): string[] {
  if (!urls.some(hasVariables)) return [...urls]
  const values = valuesOf({ environment, workspace }, () => undefined)
  return urls.map((url) => withoutPath(resolveText(url, (value) => value, values, mostUrl).text ?? url))
}

/** A path of 100,000 characters takes long to parse, and says nothing of the server. */
const withoutPath = (url: string): string => /^https?:\/\/[^/?#\\]*/i.exec(url)?.[0] ?? url

/** A variable is all that says which server it is. */
const ofVariable = /^(?:https?:\/\/)?\{\{[A-Za-z0-9_.-]{1,100}\}\}(?:$|[?#]|\/(?!\/))/i
/** A slash of the scheme may be the first of what a variable brings. */
const beforePath = /^(?:https?:\/{0,2})?[^/?#\\]*/i

/**
 * The part of a URL that says which server it is, where a variable and what surrounds it say so together, such as
 * `https://{{name}}.example`: whoever sets the variable has not named the server. Null for any other URL.
 */
export function mixedServer(url: string): string | null {
  if (ofVariable.test(url)) return null
  const server = beforePath.exec(url)?.[0] ?? ''
  return hasVariables(server) ? server : null
}

/** All that can say which server it is: a variable may bring the scheme, and its slashes. */
const mayBeServer = /^[^/?#\\]*(?:\/{1,2}[^/?#\\]*)?/

/** A variable with its value, for as long as it has that one. Empty and secret ones say no server. */
const variableSetting = ({ name, value }: Variable): WaySetting => ({ part: 'origin', value: `{{${name}}}=${value}` })

/** The variables of an environment that may say a server: who wrote the value names it, whoever writes the call. */
export const variableSettings = (variables: readonly Variable[]): WaySetting[] =>
  variables.filter(({ value }) => value !== '').map(variableSetting)

/** Those of them that a URL has where its server is. */
export function settingsOfServer(url: string, variables: readonly Variable[]): WaySetting[] {
  const named = new Set(variablesIn(mayBeServer.exec(url)?.[0] ?? ''))
  return named.size === 0 ? [] : variableSettings(variables.filter(({ name }) => named.has(name)))
}

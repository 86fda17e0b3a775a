import { newApiRequest } from '../../../../../electron/catalogue/new-api-request.ts'
import { type KnownVariables, resolvedPreview } from '../../../../../electron/common/variables/resolved-preview.ts'
import { hasVariables, variablesIn } from '../../../../../electron/vocabulary/variables.ts'

/** A text with its variables replaced, as it is shown; null where it names none. */
export function resolvedText(text: string, variables: KnownVariables): string | null {
  return hasVariables(text) ? resolvedPreview({ ...newApiRequest, url: text }, variables).request.url : null
}

/** `open, from the environment`: what the variables of a text stand for. Null where it names none. */
export function variableHint(text: string, variables: KnownVariables): string | null {
  const resolved = resolvedText(text, variables)
  if (resolved === null) return null
  const places = new Set(variablesIn(text).map((name) => placeOf(name, variables)))
  const missing = variablesIn(text).filter((name) => placeOf(name, variables) === null)
  if (missing.length > 0) return `missing: ${missing.join(', ')}`
  const from = [...places].map((place) => `the ${place}`).join(' and ')
  return `${resolved === '' ? 'empty' : resolved}, from ${from}`
}

/** Null where it has no value; a secret one of the environment without a value hides that of the workspace. */
function placeOf(
  name: string,
  { environment, workspace, secretNames }: KnownVariables,
): 'environment' | 'workspace' | null {
  const own = environment.find((variable) => variable.name === name)
  if (own !== undefined) return own.secret && !secretNames.includes(name) ? null : 'environment'
  return workspace.some((variable) => variable.name === name) ? 'workspace' : null
}

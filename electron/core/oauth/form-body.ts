/** A name that answers of these endpoints have: without one, text with `=` in it is not taken for a form. */
const knownNames = ['access_token', 'token_type', 'error', 'active']

/**
 * The parameters of a body that is form-encoded, as some servers answer unless they are asked for JSON; null for anything
 * else. A name that comes twice counts once, with its first value.
 */
export function formOf(text: string): Map<string, string> | null {
  const form = text.trim()
  if (!/^[^\s<>{}[\]"]+$/.test(form) || form.length > 100_000) return null
  const parameters = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(form)) if (!parameters.has(name)) parameters.set(name, value)
  return knownNames.some((name) => parameters.has(name)) ? parameters : null
}

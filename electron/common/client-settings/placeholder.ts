/** Whether a text is where a value belongs, and not one: `<client-id>`, `{{client_id}}`, `${ID}`, `YOUR_CLIENT_ID`. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim()
  return (
    (trimmed.startsWith('<') && trimmed.endsWith('>')) ||
    trimmed.includes('{{') ||
    trimmed.startsWith('${') ||
    /^your[-_ ]/i.test(trimmed) ||
    /^(?:change[-_ ]?me|todo|…|[.…*x•]{2,})$/i.test(trimmed)
  )
}

/** Names of what would be stored in clear though it may be secret. */
export const isSecretName = (name: string): boolean =>
  /secret|password|passwd|passphrase|authorization|cookie|token|assertion|credential|private|api-?_?key|subscription-key|^dpop$|^code$|^sig/i.test(
    name,
  )

/** Whether a path says by itself where its file is. */
export const isAbsolutePath = (path: string): boolean => /^(?:\/|~\/|[A-Za-z]:[\\/]|\\\\)/.test(path)

/** Path and query as the request line has them; all of it when it is no URL. */
export function pathOf(text: string): string {
  const scheme = /^https?:\/\//i.exec(text)?.[0]
  if (scheme === undefined) return text
  const rest = text.slice(scheme.length).split('#', 1)[0] ?? ''
  const at = rest.search(/[/?]/)
  const path = at < 0 ? '' : rest.slice(at)
  return path.startsWith('/') ? path : `/${path}`
}

/** Path and query as the request line has them; all of it when it is no URL. */
export function pathOf(text: string): string {
  try {
    const { pathname, search } = new URL(text)
    return pathname + search
  } catch {
    return text
  }
}

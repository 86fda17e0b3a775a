/** A URL with the scheme that its tool assumes. One that begins with a variable or a path is left as it is. */
export const withScheme = (url: string, scheme: 'http' | 'https'): string =>
  url === '' || /^(?:[a-z][a-z0-9+.-]*:\/\/|\{\{|\/)/i.test(url) ? url : `${scheme}://${url}`

/** Segments `:name` of the path of a URL become variables, or what `valueOf` has for them. */
export function withPathVariables(url: string, valueOf: (name: string) => string | undefined): string {
  const start = url.indexOf('://') + 1 === 0 ? 0 : url.indexOf('://') + 3
  const segments = url.slice(start).split('/')
  const written = segments.map((segment, index) => {
    const name = index === 0 ? undefined : /^:([A-Za-z0-9_.-]+)$/.exec(segment)?.[1]
    return name === undefined ? segment : (valueOf(name) ?? `{{${name}}}`)
  })
  return url.slice(0, start) + written.join('/')
}

/** A URL with further parameters in its query, encoded where no variable is in them. */
export function withParameters(url: string, parameters: readonly { name: string; value: string }[]): string {
  const query = parameters.map(({ name, value }) => `${encodePlain(name)}=${encodePlain(value)}`).join('&')
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

const encodePlain = (text: string): string => (text.includes('{{') ? text : encodeURIComponent(text.toWellFormed()))

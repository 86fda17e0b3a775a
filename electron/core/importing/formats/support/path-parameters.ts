import { bracedName } from './template.ts'

/** Puts values in the place of `/:name` in the path; one without a value becomes `{{name}}`. */
export function withPathParameters(url: string, values: ReadonlyMap<string, string>): string {
  const start = url.indexOf('://') + 1
  const query = url.search(/[?#]/)
  const end = query === -1 ? url.length : query
  const path = url.slice(start, end)
  const filled = path.replace(/\/:([^/:]+)/g, (whole, name: string) => {
    const value = values.get(name) ?? ''
    if (value !== '') return `/${value}`
    return values.has(name) || /^[A-Za-z_][\w.-]*$/.test(name) ? `/{{${bracedName(name)}}}` : whole
  })
  return `${url.slice(0, start)}${filled}${url.slice(end)}`
}

/** Segments `:name` of the path of a URL become variables, or what `valueOf` has for them. */
export function withPathVariables(url: string, valueOf: (name: string) => string | undefined): string {
  const scheme = url.indexOf('://')
  const start = scheme < 0 ? 0 : scheme + 3
  const segments = url.slice(start).split('/')
  const written = segments.map((segment, index) => {
    const name = index === 0 ? undefined : /^:([A-Za-z0-9_.-]+)$/.exec(segment)?.[1]
    return name === undefined ? segment : (valueOf(name) ?? `{{${name}}}`)
  })
  return url.slice(0, start) + written.join('/')
}

/** A URL with the scheme that its tool assumes. One that begins with a variable or a path is left as it is. */
export const withScheme = (url: string, scheme: 'http' | 'https'): string =>
  url === '' || /^(?:[a-z][a-z0-9+.-]*:\/\/|\{\{|\/)/i.test(url) ? url : `${scheme}://${url}`

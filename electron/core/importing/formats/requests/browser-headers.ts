/** Whether a browser wrote these: each sends what no other program does. */
export const isOfBrowser = (headers: readonly (readonly [string, string])[]): boolean =>
  headers.some(([name]) => /^sec-(?:fetch|ch-ua)/i.test(name)) ||
  ['accept-language', 'accept-encoding'].every((usual) => headers.some(([name]) => name.toLowerCase() === usual))

/** What a browser adds to every request, and an API does not ask for. */
export const ofBrowser = (name: string): boolean =>
  /^(?:sec-.*|accept-encoding|accept-language|user-agent|origin|referer|priority|dnt|te|pragma|cache-control|upgrade-insecure-requests|:.*)$/i.test(
    name,
  )

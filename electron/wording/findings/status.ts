const meanings: Readonly<Record<string, string>> = {
  201: 'Created. 200 was expected',
  204: 'No content. 200 with a body was expected',
  300: 'several addresses to choose from, and none of them was chosen',
  304: 'not modified. Nothing was asked that could have been unchanged, so a cache in between may have answered',
  400: 'the request was not accepted',
  401: 'the client was not accepted, or did not say who it is',
  403: 'the server understood and refuses',
  404: 'there is nothing at this address',
  405: 'this address does not take this method, so it is probably another endpoint',
  406: 'the server cannot answer in JSON',
  407: 'something on the way behaves like a proxy and wants credentials of its own',
  411: 'the server wants a Content-Length',
  413: 'the request is too large for the server',
  415: 'the server does not take this body format',
  429: 'too many requests',
  431: 'the header fields are too large for the server',
  500: 'an error inside of the server',
  501: 'the server does not know how to do this',
  502: 'a gateway got no usable answer from the server behind it',
  503: 'the server is not available now',
  504: 'a gateway got no answer in time from the server behind it',
}

const advices: Readonly<Record<string, string>> = {
  404: 'Check the URL.',
  405: 'Check the URL.',
  415: 'Switch the body format between form and JSON.',
  429: 'Wait before you try again.',
  500: 'The cause is not visible from here; the server’s log says more. Some servers answer so when they cannot read the Basic header: try client_secret_post.',
  502: 'Try again later. Nothing seems to be wrong with the request.',
  503: 'Try again later. Nothing seems to be wrong with the request.',
  504: 'Try again later. Nothing seems to be wrong with the request.',
}

/** What an HTTP status says by itself; empty for one that says nothing here. @see RFC 9110 §15 */
export function statusMeaning(status: string): string {
  return meanings[status] ?? ''
}

export function statusAdvice(status: string): string | undefined {
  return advices[status]
}

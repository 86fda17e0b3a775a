const words: Readonly<Record<number, string>> = {
  400: 'The request was not accepted',
  401: 'Not accepted',
  403: 'Refused',
  404: 'Nothing at this address',
  405: 'This address does not take this method',
  429: 'Too many requests',
  500: 'An error inside the server',
  502: 'A gateway got no usable answer from the server behind it',
  503: 'The server is not available now',
  504: 'A gateway got no answer in time from the server behind it',
}

/** What a status says by itself, in a few words; empty where it says nothing here. @see RFC 9110 §15 */
export const statusWords = (status: number): string => words[status] ?? ''

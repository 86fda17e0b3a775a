/** What each registered status says, in one sentence. @see RFC 9110 §15, IANA HTTP Status Code Registry */
const sentences: Readonly<Record<number, string>> = {
  100: 'The server waits for the body.',
  101: 'The server changes to another protocol.',
  102: 'The server is working on the request.',
  103: 'Header fields that the answer will likely have.',
  200: 'The request succeeded.',
  201: 'Something was created; Location says where.',
  202: 'Accepted, and not done yet.',
  203: 'A proxy changed the answer of the server.',
  204: 'Done. There is no body to send.',
  205: 'Done. The form it came from should be reset.',
  206: 'The part that Range asked for.',
  207: 'Several results, each with its own status, are in the body.',
  208: 'Already listed in an earlier part of this answer.',
  226: 'The answer is a difference to an earlier one.',
  300: 'There are several forms of it to choose from.',
  301: 'It has moved for good; Location says where.',
  302: 'It is elsewhere for now; Location says where.',
  303: 'The result is elsewhere, to be fetched with GET.',
  304: 'Not changed: the copy that you have is current.',
  305: 'No longer used. It asked for a proxy.',
  307: 'It is elsewhere for now: send the same request there.',
  308: 'It has moved for good: send the same request there.',
  400: 'The server could not make sense of the request.',
  401: 'The API does not accept the token, or misses one.',
  402: 'Payment is required.',
  403: 'The API understood the request and refuses it.',
  404: 'The API has nothing at this address, or hides it.',
  405: 'This address does not take the method; Allow lists those it takes.',
  406: 'There is no form of it that Accept allows.',
  407: 'The proxy wants a user name and password.',
  408: 'The server waited too long for the request.',
  409: 'The request conflicts with the present state.',
  410: 'It is gone for good.',
  411: 'The server wants a Content-Length.',
  412: 'A condition of the request, such as If-Match, does not hold.',
  413: 'The body is larger than the server takes.',
  414: 'The URL is longer than the server takes.',
  415: 'The server does not take this Content-Type.',
  416: 'Range asks for more than there is.',
  417: 'The server cannot do what Expect asks for.',
  421: 'The request reached a server that does not answer for this host.',
  422: 'The body is well-formed, and its content is not acceptable.',
  423: 'It is locked.',
  424: 'It failed because something that it depends on failed.',
  425: 'The server does not want a request that might be repeated by somebody.',
  426: 'The server wants another protocol; Upgrade names it.',
  428: 'The server wants a condition, such as If-Match.',
  429: 'Too many requests; Retry-After may say how long to wait.',
  431: 'The header fields are larger than the server takes.',
  451: 'Not available for legal reasons.',
  500: 'The server failed.',
  501: 'The server does not know the method.',
  502: 'A gateway got no proper answer from the server behind it.',
  503: 'The server cannot answer now; Retry-After may say when it can.',
  504: 'A gateway got no answer in time from the server behind it.',
  505: 'The server does not speak this version of HTTP.',
  506: 'The server is set up so that its choice leads back to itself.',
  507: 'The server has no room to store it.',
  508: 'The server found an endless loop.',
  510: 'The server wants an extension that the request lacks.',
  511: 'The network wants you to sign in first.',
}

const classes: Readonly<Record<number, string>> = {
  1: 'Not registered: an interim answer.',
  2: 'Not registered: a success of some kind.',
  3: 'Not registered: more has to be done.',
  4: 'Not registered: the server objects to the request.',
  5: 'Not registered: the server failed.',
}

/** In one sentence what the status says. One that is not registered is of its class. @see RFC 9110 §15 */
export const statusSentence = (status: number): string =>
  sentences[status] ?? classes[Math.floor(status / 100)] ?? 'Not a status of HTTP.'

/** Why an answer has no body. @see RFC 9110 §6.4.1 */
export function emptyBodySentence(method: string, status: number): string {
  if (method === 'HEAD') return 'HEAD asks for the header fields alone, so there is no body.'
  if (status === 204 || status === 205) return `An answer with status ${status} has no body.`
  if (status === 304) return 'An answer with status 304 has no body: the copy that you have is current.'
  return 'The answer has no body.'
}

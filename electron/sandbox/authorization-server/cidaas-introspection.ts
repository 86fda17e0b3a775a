import { IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { bearerToken, challenge, type TokenError } from '../authorization.ts'
import { hasMediaType, parseJsonObject, readBody, sendJson } from '../json-http.ts'
import { basicAuthorization, type Client } from './client.ts'
import { paths } from './paths.ts'

/**
 * Understands the introspection requests that cidaas takes beyond RFC 7662: a JSON body, and the token itself as Bearer
 * instead of client authentication. They are put in the standard's form for `listener`; anything that already has that form
 * goes to it untouched. While the endpoint is open, whoever asks is answered.
 */
export function takeCidaasIntrospection(
  introspector: Client,
  isOpen: () => boolean,
  listener: RequestListener,
): RequestListener {
  return (request, response) => {
    const isOurs = request.method === 'POST' && request.url?.split('?', 1)[0] === paths.introspection
    if (isOurs && isOpen()) answerAnyone(request, response, introspector, listener).catch(() => response.destroy())
    else if (isOurs && (hasMediaType(request, 'application/json') || bearerToken(request) !== null))
      translate(request, response, introspector, listener).catch(() => response.destroy())
    else listener(request, response)
  }
}

async function answerAnyone(
  request: IncomingMessage,
  response: ServerResponse,
  introspector: Client,
  listener: RequestListener,
): Promise<void> {
  const token = (await readParameters(request))?.get('token') ?? ''
  listener(inStandardForm(request, new URLSearchParams({ token }), basicAuthorization(introspector)), response)
}

async function translate(
  request: IncomingMessage,
  response: ServerResponse,
  introspector: Client,
  listener: RequestListener,
): Promise<void> {
  const parameters = await readParameters(request)
  if (parameters === null) {
    sendJson(response, 400, { error: 'invalid_request', error_description: 'failed to parse the request body' })
    return
  }
  const bearer = bearerToken(request)
  if (bearer !== null && bearer !== parameters.get('token')) {
    const error: TokenError = {
      error: 'invalid_token',
      error_description: 'the Bearer token is not the token to introspect',
    }
    sendJson(response, 401, error, { 'www-authenticate': challenge('Bearer', error) })
    return
  }
  const authorization = bearer === null ? request.headers.authorization : basicAuthorization(introspector)
  listener(inStandardForm(request, parameters, authorization), response)
}

/** The same request with another body, on the same connection, so that its client certificate is still there. */
function inStandardForm(
  { socket, method, url, headers, httpVersion }: IncomingMessage,
  parameters: URLSearchParams,
  authorization: string | undefined,
): IncomingMessage {
  const body = Buffer.from(parameters.toString())
  const { 'transfer-encoding': _encoding, authorization: _authorization, ...others } = headers
  const request = new IncomingMessage(socket)
  Object.assign(request, { method, url, httpVersion, complete: true })
  request.headers = {
    ...others,
    ...(authorization === undefined ? {} : { authorization }),
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  }
  request.push(body)
  request.push(null)
  return request
}

/** The parameters of a form or of a JSON object of strings; null when the body is neither. */
async function readParameters(request: IncomingMessage): Promise<URLSearchParams | null> {
  const body = await readBody(request)
  if (body === null) return null
  if (!hasMediaType(request, 'application/json')) return new URLSearchParams(body)
  const object = parseJsonObject(body)
  if (object === null) return null
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(object)) {
    if (typeof value !== 'string') return null
    parameters.set(name, value)
  }
  return parameters
}

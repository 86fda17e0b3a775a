import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { bearerToken, challenge, type BearerError } from '../bearer.ts'
import { hasMediaType, parseJsonObject, readBody, sendJson } from '../json-http.ts'
import { basicAuthorization, type Client } from './client.ts'

/**
 * Understands the introspection requests that cidaas takes beyond RFC 7662: a JSON body, and the token itself as Bearer
 * instead of client authentication. They are put in the standard's form and sent to the same endpoint once more;
 * whatever already has that form goes to `listener` untouched.
 */
export function takeCidaasIntrospection(
  endpoint: string,
  introspector: Client,
  listener: RequestListener,
): RequestListener {
  const { pathname } = new URL(endpoint)
  return (request, response) => {
    const isOurs = request.method === 'POST' && request.url?.split('?', 1)[0] === pathname
    if (!isOurs || (!hasMediaType(request, 'application/json') && bearerToken(request) === null)) {
      listener(request, response)
      return
    }
    translate(request, response, endpoint, introspector).catch(() => response.destroy())
  }
}

async function translate(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: string,
  introspector: Client,
): Promise<void> {
  const parameters = await readParameters(request)
  if (parameters === null) {
    sendJson(response, 400, { error: 'invalid_request', error_description: 'failed to parse the request body' })
    return
  }
  const bearer = bearerToken(request)
  if (bearer !== null && bearer !== parameters.get('token')) {
    const error: BearerError = {
      error: 'invalid_token',
      error_description: 'the Bearer token is not the token to introspect',
    }
    sendJson(response, 401, error, { 'www-authenticate': challenge(error) })
    return
  }
  const authorization = bearer === null ? request.headers.authorization : basicAuthorization(introspector)
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: authorization === undefined ? {} : { authorization },
    body: parameters,
  })
  const wwwAuthenticate = answer.headers.get('www-authenticate')
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    'cache-control': 'no-store',
    ...(wwwAuthenticate === null ? {} : { 'www-authenticate': wwwAuthenticate }),
  })
  response.end(await answer.text())
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

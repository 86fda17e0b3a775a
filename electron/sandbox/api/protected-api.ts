import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { challenge, presentedToken, type TokenError, type TokenScheme } from '../authorization.ts'
import type { Changes } from '../changing-server.ts'
import { hasMediaType, parseJsonObject, readBody, sendJson } from '../json-http.ts'
import type { ProofChecker } from './dpop-proof.ts'
import { provePossession } from './possession.ts'
import { answerPaths, createAnswers } from './answers/answers.ts'
import { ledger, orders } from './records.ts'
import type { Validate } from './validation.ts'

interface Operation {
  validate: Validate
  scope: string
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

export const apiPaths = ['/api/orders', '/api/ledger', ...answerPaths]

/** What the API judges a caller by. */
export interface Guards {
  offline: Validate
  byIntrospection: Validate
  proofs: ProofChecker
  changes: Changes
}

/** Orders and answers of each kind are guarded offline, the ledger by introspection. `origin` is the address that it is served at. */
export function createProtectedApi(origin: string, guards: Guards): RequestListener {
  const { offline, byIntrospection, proofs, changes } = guards
  const operations: Record<string, Record<string, Operation>> = {
    '/api/orders': {
      GET: { validate: offline, scope: 'api:read', answer: async (_, response) => sendJson(response, 200, { orders }) },
      POST: { validate: offline, scope: 'api:write', answer: createOrder },
    },
    '/api/ledger': {
      GET: {
        validate: byIntrospection,
        scope: 'api:read',
        answer: async (_, response) => sendJson(response, 200, { ledger }),
      },
    },
  }
  const answerTo = createAnswers()
  return (request, response) => {
    const answer = answerTo(request)
    const methods = operations[request.url?.split('?', 1)[0] ?? ''] ?? {}
    const operation = answer === null ? methods[request.method ?? ''] : { validate: offline, scope: 'api:read', answer }
    if (operation === undefined) {
      const error_description = `This path takes ${Object.keys(methods).join(', ')}.`
      sendJson(
        response,
        405,
        { error: 'method_not_allowed', error_description },
        { allow: Object.keys(methods).join(', ') },
      )
      return
    }
    guard(operation, request, response).catch((error: unknown) => {
      const error_description = `The API could not do its work: ${error instanceof Error ? error.message : 'unknown'}`
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { error: 'server_error', error_description })
    })
  }

  /** Lets a request through whose token is valid, is the caller's own and has enough scope. @see RFC 6750 §3.1 */
  async function guard(operation: Operation, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const presented = presentedToken(request)
    if (presented === null) {
      const error_description = 'Send an access token: Authorization: Bearer …, or DPoP … with a proof'
      const challenges = [challenge('Bearer', null), challenge('DPoP', null)]
      sendJson(response, 401, { error: 'unauthorized', error_description }, { 'www-authenticate': challenges })
      return
    }
    if (presented.scheme === 'DPoP') response.setHeader('dpop-nonce', proofs.nonce())
    const validation = await operation.validate(presented.token)
    if (validation.kind === 'refused') {
      const { description: error_description } = validation
      refuse(response, 401, presented.scheme, { error: 'invalid_token', error_description })
      return
    }
    const notProven = await provePossession(request, origin, presented, validation.confirmation, proofs)
    if (notProven !== null) {
      refuse(response, 401, notProven.scheme, notProven.error)
    } else if (!validation.scope.includes(operation.scope) && !changes.has('scopes_not_checked')) {
      const error_description = `The access token lacks the scope ${operation.scope}.`
      const error: TokenError = { error: 'insufficient_scope', error_description, scope: operation.scope }
      refuse(response, 403, presented.scheme, error)
    } else {
      await operation.answer(request, response)
    }
  }
}

function refuse(response: ServerResponse, status: 401 | 403, scheme: TokenScheme, error: TokenError): void {
  sendJson(response, status, error, { 'www-authenticate': challenge(scheme, error) })
}

/** Gives the order back with an id; nothing is kept. */
async function createOrder(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!hasMediaType(request, 'application/json')) {
    sendJson(response, 415, { error: 'unsupported_media_type', error_description: 'Send application/json.' })
    return
  }
  const body = await readBody(request)
  if (body === null) {
    const error = { error: 'content_too_large', error_description: 'An order has at most 56 KiB.' }
    sendJson(response, 413, error, { connection: 'close' })
    return
  }
  const order = parseJsonObject(body)
  if (order === null) {
    sendJson(response, 400, { error: 'invalid_order', error_description: 'Send one JSON object.' })
    return
  }
  sendJson(response, 201, { ...order, id: `ord_${randomUUID()}` })
}

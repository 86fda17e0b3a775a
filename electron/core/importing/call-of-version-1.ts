import { newApiRequest, newCallLabel } from '../../catalogue/new-api-request.ts'
import { isMembers } from '../json/json-members.ts'

/** A call of a file of version 1, whose body was a text with its content type, as it is read now. */
export function callOfVersion1(call: unknown): unknown {
  if (!isMembers(call)) return call
  const { body = '', contentType = '', ...rest } = call
  return { ...newApiRequest, ...newCallLabel, ...rest, body: bodyOf(body, contentType) }
}

function bodyOf(body: unknown, contentType: unknown): unknown {
  if (typeof body !== 'string') return body
  if (body === '') return newApiRequest.body
  return contentType === 'application/json' ? { kind: 'json', text: body } : { kind: 'text', text: body, contentType }
}

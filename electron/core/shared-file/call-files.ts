import { ofNoEnvironment } from '../../common/request-of-call.ts'
import type { ApiBody, ApiCall, ApiFile } from '../../contract/api-call.ts'
import { isMembers, type Members } from '../json/json-members.ts'

const nameOnly = ({ name }: ApiFile) => ({ name })

/** A saved call as it is written: of the files that it sends, their names. */
export function travellingCall(call: ApiCall) {
  return { ...ofNoEnvironment(call), body: travellingBody(call.body) }
}

function travellingBody(body: ApiBody) {
  switch (body.kind) {
    case 'file':
      return { ...body, file: nameOnly(body.file) }
    case 'multipart':
      return {
        ...body,
        parts: body.parts.map((part) => (part.kind === 'file' ? { ...part, file: nameOnly(part.file) } : part)),
      }
    default:
      return body
  }
}

/**
 * A call of a file, in which no file of this computer is chosen: what someone else wrote must not choose what is read here.
 * A path in it is dropped.
 */
export function withoutPaths(call: unknown): unknown {
  if (!isMembers(call) || !isMembers(call['body'])) return call
  const body = withoutPath(call['body'])
  const parts = body['parts']
  if (!Array.isArray(parts)) return { ...call, body }
  return { ...call, body: { ...body, parts: parts.map((part) => (isMembers(part) ? withoutPath(part) : part)) } }
}

const withoutPath = (owner: Members): Members =>
  isMembers(owner['file']) ? { ...owner, file: { ...owner['file'], path: '' } } : owner

import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { membersNamed, textNamed } from '../support/given.ts'
import { listOf } from '../support/values.ts'

/** A request of a folder as an item of v2. */
export const itemOfRequestFile = (request: Members, name: string): Members => ({
  name: textNamed(request, 'name') || name,
  event: eventsOfFile(request),
  request: {
    description: memberNamed(request, 'description'),
    method: memberNamed(request, 'method'),
    url: urlOf(request),
    header: rowsOfFile(memberNamed(request, 'headers')),
    body: bodyOf(memberNamed(request, 'body')),
    auth: authOfFile(request),
  },
})

/** Lists of `{ key, value }` are written as maps too. */
export const rowsOfFile = (value: unknown): unknown =>
  isMembers(value) ? Object.keys(value).map((key) => ({ key, value: memberNamed(value, key) })) : value

/** `{ type, credentials }`, whose credentials are a list or a map. */
export function authOfFile(owner: Members): unknown {
  const auth = memberNamed(owner, 'auth')
  if (!isMembers(auth)) return undefined
  const type = textNamed(auth, 'type')
  return Object.hasOwn(auth, 'credentials') ? { type, [type]: memberNamed(auth, 'credentials') } : auth
}

export const eventsOfFile = (owner: Members): unknown =>
  listOf(memberNamed(owner, 'scripts')).map((script) => ({
    script: isMembers(script) ? memberNamed(script, 'code') : '',
  }))

function urlOf(request: Members): unknown {
  const url = memberNamed(request, 'url')
  if (isMembers(url)) return url
  const query = rowsOfFile(memberNamed(request, 'queryParams'))
  const variable = rowsOfFile(memberNamed(request, 'pathVariables'))
  return Array.isArray(query) && query.length > 0 ? { raw: url, query, variable } : { raw: url, variable }
}

/** `{ type, content }`; some have the modes of v2. */
function bodyOf(body: unknown): unknown {
  if (!isMembers(body) || !Object.hasOwn(body, 'type')) return body
  const [type, content] = [textNamed(body, 'type'), memberNamed(body, 'content')]
  switch (type) {
    case 'formdata':
    case 'urlencoded':
      return { mode: type, [type]: rowsOfFile(content) }
    case 'graphql':
      return { mode: 'graphql', graphql: content }
    case 'file':
    case 'binary':
      return {
        mode: 'file',
        file: isMembers(content) ? content : { src: content ?? textNamed(membersNamed(body, 'file'), 'src') },
      }
    case 'none':
      return { mode: 'none' }
    default:
      return { mode: 'raw', raw: content, options: { raw: { language: type } } }
  }
}

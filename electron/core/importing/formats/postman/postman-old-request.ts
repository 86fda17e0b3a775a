import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { membersNamed, textNamed } from '../support/given.ts'

/** What v1 calls the modes of a body. */
const modes: Readonly<Record<string, string>> = {
  raw: 'raw',
  params: 'formdata',
  urlencoded: 'urlencoded',
  binary: 'file',
  graphql: 'graphql',
}

/** A request of v1 as an item of v2. */
export const itemOfOldRequest = (request: Members): Members => ({
  name: memberNamed(request, 'name'),
  protocolProfileBehavior: memberNamed(request, 'protocolProfileBehavior'),
  event: eventsOfOld(request),
  request: {
    description: memberNamed(request, 'description'),
    method: memberNamed(request, 'method'),
    url: urlOf(request),
    header: Array.isArray(memberNamed(request, 'headerData'))
      ? memberNamed(request, 'headerData')
      : memberNamed(request, 'headers'),
    body: bodyOf(request),
    auth: authOfOld(request),
  },
})

/** The text has the rows that are sent; the list has those too that are off. */
function urlOf(request: Members): Members {
  const raw = textNamed(request, 'url')
  const rows = memberNamed(request, 'queryParams')
  const values = membersNamed(request, 'pathVariables')
  const listed = memberNamed(request, 'pathVariableData')
  const variable =
    Array.isArray(listed) && listed.length > 0
      ? listed
      : Object.keys(values).map((key) => ({ key, value: memberNamed(values, key) }))
  return Array.isArray(rows) && rows.length > 0 ? { raw, query: rows, variable } : { raw, variable }
}

function bodyOf(request: Members): Members {
  const mode = textNamed(modes, textNamed(request, 'dataMode'))
  const data = memberNamed(request, 'data')
  const raw = memberNamed(request, 'rawModeData')
  const ofMode: Readonly<Record<string, unknown>> = {
    raw: typeof raw === 'string' ? raw : data,
    graphql: memberNamed(request, 'graphqlModeData'),
    file: raw,
  }
  return {
    mode: mode === '' ? 'none' : mode,
    [mode]: Object.hasOwn(ofMode, mode) ? ofMode[mode] : data,
    options: memberNamed(request, 'dataOptions'),
    disabled: memberNamed(request, 'dataDisabled'),
  }
}

/** `auth` of v2, or in older files a helper such as `basicAuth` with its attributes. */
export function authOfOld(owner: Members): unknown {
  const auth = memberNamed(owner, 'auth')
  if (isMembers(auth)) return auth
  const helper = textNamed(owner, 'currentHelper').replace(/Auth$/, '').toLowerCase()
  if (helper === '' || helper === 'normal' || helper === 'null') return undefined
  return { type: helper, [helper]: membersNamed(owner, 'helperAttributes') }
}

/** A list, or two texts. */
export function eventsOfOld(owner: Members): unknown {
  const events = memberNamed(owner, 'events')
  if (Array.isArray(events)) return events
  return ['preRequestScript', 'tests'].map((name) => ({ script: memberNamed(owner, name) }))
}

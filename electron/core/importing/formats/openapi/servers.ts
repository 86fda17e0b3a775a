import { withoutEnding } from '../../../../common/without-ending.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'
import { braced, variableName } from './braces.ts'
import type { Description } from './description.ts'
import { itemsOf, memberOf, membersOf, type Part, scalarText, textAt, textsAt } from './part.ts'

/** A server with its variables filled; `url` is relative or empty where the description does not say the host. */
export interface Server {
  name: string
  part: Part
  url: string
  /** Of placeholders that have no value. */
  variables: readonly DraftVariable[]
}

/** More servers than this are no stages of one system. */
const mostServers = 50

/** Servers of a document, path or operation; none where it says nothing of them. */
export function serversOf(part: Part, { format, root, follow }: Description): Server[] {
  if (format === 'openapi')
    return itemsOf(follow(memberOf(part, 'servers')), mostServers).flatMap((server) => stagesOf(follow(server)))
  return part === root ? swaggerServers(root) : []
}

/** A variable that names the stage, with few values, makes a server of each. */
function stagesOf(part: Part): Server[] {
  const variables = membersOf(memberOf(part, 'variables'))
  const values = new Map(
    variables.map(([name, one]) => [name, scalarText(memberOf(one, 'default')) ?? textsAt(one, 'enum')[0]]),
  )
  const stage = variables.find(
    ([name, one]) => /^(?:env|environment|stage)$/i.test(name) && isFew(textsAt(one, 'enum')),
  )
  if (stage === undefined) return [serverOf(part, values)]
  const [name, one] = stage
  return textsAt(one, 'enum').map((value) => {
    const server = serverOf(part, new Map([...values, [name, value]]))
    return Object.assign(server, { name: server.name === '' ? value : `${server.name} ${value}` })
  })
}

const isFew = ({ length }: readonly string[]): boolean => length > 1 && length <= 8

function serverOf(part: Part, values: ReadonlyMap<string, string | undefined>): Server {
  const given = (name: string): string | undefined => values.get(name) || undefined
  return {
    name: firstSentence(textAt(part, 'name') || textAt(part, 'description')),
    part,
    url: withScheme(withoutSlash(braced(textAt(part, 'url').trim(), given))),
    variables: [...values].flatMap(([name, value]) =>
      (value ?? '') === '' ? [{ name: variableName(name), value: '', secret: false }] : [],
    ),
  }
}

/** Descriptions go on to explain; a name is short. */
const firstSentence = (text: string): string => (text.trim().split(/\n|\. /, 1)[0] ?? '').trim().slice(0, 60)

/** @see OpenAPI 2.0, host, basePath and schemes; x-ms-parameterized-host of Azure */
function swaggerServers(root: Part): Server[] {
  const azure = memberOf(root, 'x-ms-parameterized-host')
  const host = braced(textAt(root, 'host').trim() || textAt(azure, 'hostTemplate').trim())
  const basePath = textAt(root, 'basePath').trim()
  const path = withoutSlash(basePath === '' || basePath.startsWith('/') ? basePath : `/${basePath}`)
  if (host === '') return path === '' ? [] : [{ name: '', part: memberOf(root, 'basePath'), url: path, variables: [] }]
  const schemes = new Set(textsAt(root, 'schemes').map((scheme) => scheme.toLowerCase()))
  const scheme = schemes.has('https') || !schemes.has('http') ? 'https' : 'http'
  const url = /^https?:\/\//i.test(host) ? `${host}${path}` : `${scheme}://${host}${path}`
  return [{ name: '', part: memberOf(root, 'host'), url, variables: [] }]
}

const withoutSlash = (text: string): string => withoutEnding(text, '/')

export const isAbsolute = (url: string): boolean => /^(?:https?:\/\/|\{\{)/i.test(url)

/** What a person means by `//api.example` and `api.example/v1`. */
const withScheme = (url: string): string => {
  if (url.startsWith('//')) return `https:${url}`
  return /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:\/|$)/i.test(url) ? `https://${url}` : url
}

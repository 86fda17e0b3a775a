import { isMembers, type Members, memberNamed } from '../json/json-members.ts'

/** What people bring from other tools, by the line that gives it away. Only the beginning of a text is looked at. */
const texts: readonly (readonly [RegExp, string])[] = [
  [/^(?:[$#>] ?)?curl(?:\.exe)? /m, 'a curl command'],
  [/^(?:[$#>] ?)?(?:wget|https?|xh) +(?:-|https?:|POST\b|GET\b)/m, 'a command that sends a request'],
  [/^(?:\$\w+ ?= ?)?Invoke-(?:RestMethod|WebRequest)\b/im, 'a PowerShell command'],
  [/^openapi: ?['"]?\d/m, 'an OpenAPI description (YAML)'],
  [/^swagger: ?['"]?\d/m, 'a Swagger description (YAML)'],
  [/^opencollection: ?['"]?\d/m, 'a Bruno collection (OpenCollection YAML)'],
  [/^(?:type: ?['"]?collection\.insomnia\.rest|_type: ?['"]?export\b)/m, 'an Insomnia export (YAML)'],
  [/^(?:meta|auth|auth:\w{1,20}|vars|vars:\w{1,20}|get|post|put|patch|delete) ?\{\r?$/m, 'a Bruno file (.bru)'],
  [/^(?:###|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:|\{\{|\/))/m, 'a file of HTTP requests (.http)'],
  [/^(?:export +)?[A-Z][A-Z0-9_]{1,80} ?= ?\S/m, 'a file of variables (.env)'],
]

const longestBeginning = 10_000

/** Which file of another tool a text is that is not JSON; null when it is not recognised. */
export function foreignText(text: string): string | null {
  const beginning = text.slice(0, longestBeginning)
  return texts.find(([pattern]) => pattern.test(beginning))?.[1] ?? null
}

/** What people bring from other tools, by the members that only their files have. */
const objects: readonly (readonly [(file: Members) => boolean, string])[] = [
  [(file) => isMembers(file['info']) && 'schema' in file['info'] && 'item' in file, 'a Postman collection'],
  [(file) => '_postman_variable_scope' in file, 'a Postman environment'],
  [(file) => 'values' in file && 'name' in file && 'id' in file, 'a Postman environment'],
  [(file) => file['_type'] === 'export' || '__export_format' in file, 'an Insomnia export'],
  [(file) => typeof file['openapi'] === 'string', 'an OpenAPI description'],
  [(file) => typeof file['swagger'] === 'string', 'a Swagger description'],
  [(file) => isMembers(file['log']) && 'entries' in file['log'], 'an HTTP archive (HAR)'],
  [(file) => 'brunoConfig' in file || ('items' in file && 'version' in file), 'a Bruno collection'],
  [(file) => 'requests' in file && 'folders' in file && 'v' in file, 'a Hoppscotch collection'],
  [(file) => 'token_endpoint' in file && 'issuer' in file, 'a discovery document'],
  [(file) => Array.isArray(file['keys']), 'a key set (JWKS)'],
  [(file) => 'access_token' in file, 'a token response'],
  [(file) => 'private_key' in file || 'keyId' in file, 'a key file of a provider'],
]

/** Which file of another tool a JSON object is; null when it is not recognised. */
export function foreignObject(value: Members): string | null {
  // Own members only: every name of the file's is data.
  const file: Members = Object.assign(Object.create(null), value)
  return objects.find(([isIt]) => isIt(file))?.[1] ?? null
}

/** What to do with a file that is recognised and cannot be imported. */
export function foreignAdvice(kind: string, value: unknown = null): string {
  const issuer = isMembers(value) ? memberNamed(value, 'issuer') : undefined
  if (kind === 'a discovery document' && typeof issuer === 'string')
    return 'Create an environment, enter the issuer it names, and click Discover.'
  return 'This app imports its own files (*.ccx.json). Create an environment and enter the token endpoint, client ID and scopes from it.'
}

import type { OtherFile } from '../../contract/import-problem.ts'
import { isMembers, type Members } from '../json/json-members.ts'

/** What people bring from other tools, by the line that gives it away. Only the beginning of a text is looked at. */
const texts: readonly (readonly [RegExp, OtherFile])[] = [
  [/^(?:[$#>] ?)?curl(?:\.exe)? /m, 'curl'],
  [/^(?:[$#>] ?)?(?:wget|https?|xh) +(?:-|https?:|POST\b|GET\b)/m, 'command'],
  [/^(?:\$\w+ ?= ?)?Invoke-(?:RestMethod|WebRequest)\b/im, 'powershell'],
  [/^openapi: ?['"]?\d/m, 'openapi_yaml'],
  [/^swagger: ?['"]?\d/m, 'swagger_yaml'],
  [/^opencollection: ?['"]?\d/m, 'opencollection'],
  [/^(?:type: ?['"]?collection\.insomnia\.rest|_type: ?['"]?export\b)/m, 'insomnia_yaml'],
  [/^(?:meta|auth|auth:\w{1,20}|vars|vars:\w{1,20}|get|post|put|patch|delete) ?\{\r?$/m, 'bruno'],
  [/^(?:###|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:|\{\{|\/))/m, 'http_file'],
  [/^(?:export +)?[A-Z][A-Z0-9_]{1,80} ?= ?\S/m, 'variables'],
]

const longestBeginning = 10_000

/** Which file of another tool a text is that is not JSON; null when it is not recognised. */
export function foreignText(text: string): OtherFile | null {
  const beginning = text.slice(0, longestBeginning)
  return texts.find(([pattern]) => pattern.test(beginning))?.[1] ?? null
}

/** What people bring from other tools, by the members that only their files have. */
const objects: readonly (readonly [(file: Members) => boolean, OtherFile])[] = [
  [(file) => isMembers(file['info']) && 'schema' in file['info'] && 'item' in file, 'postman_collection'],
  [(file) => '_postman_variable_scope' in file, 'postman_environment'],
  [(file) => 'values' in file && 'name' in file && 'id' in file, 'postman_environment'],
  [(file) => file['_type'] === 'export' || '__export_format' in file, 'insomnia'],
  [(file) => typeof file['openapi'] === 'string', 'openapi'],
  [(file) => typeof file['swagger'] === 'string', 'swagger'],
  [(file) => isMembers(file['log']) && 'entries' in file['log'], 'har'],
  [(file) => 'brunoConfig' in file || ('items' in file && 'version' in file), 'bruno_collection'],
  [(file) => 'requests' in file && 'folders' in file && 'v' in file, 'hoppscotch'],
  [(file) => 'token_endpoint' in file && 'issuer' in file, 'discovery_document'],
  [(file) => Array.isArray(file['keys']), 'key_set'],
  [(file) => 'access_token' in file, 'token_response'],
  [(file) => 'private_key' in file || 'keyId' in file, 'provider_key'],
]

/** Which file of another tool a JSON object is; null when it is not recognised. */
export function foreignObject(value: Members): OtherFile | null {
  // Own members only: every name of the file's is data.
  const file: Members = Object.assign(Object.create(null), value)
  return objects.find(([isIt]) => isIt(file))?.[1] ?? null
}

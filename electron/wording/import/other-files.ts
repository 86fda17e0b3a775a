import type { OtherFile } from '../../contract/import-problem.ts'

const exported = 'Only files that were exported as *.ccx.json can be imported.'
const byHand =
  'This app imports its own files (*.ccx.json). Create an environment and enter the token endpoint, client ID and scopes from it.'
const fill = 'Create an environment and use “Paste to fill” there: it reads such a text.'
const unpack = 'Unpack it, and import what is in it.'

/** What a file is that cannot be imported, and what to do with it. */
const otherFiles: Readonly<Record<OtherFile, readonly [what: string, advice: string]>> = {
  gzip: ['a gzip archive', `${unpack} ${exported}`],
  zip: ['a zip archive', `${unpack} ${exported}`],
  bzip2: ['a bzip2 archive', `${unpack} ${exported}`],
  xz: ['an xz archive', `${unpack} ${exported}`],
  zstd: ['a Zstandard archive', `${unpack} ${exported}`],
  age_binary: ['a binary age file', `Encrypt it with age --armor, or decrypt it first. ${exported}`],
  database: ['a database, perhaps the workspace itself', `Export environments from the app that has it. ${exported}`],
  pem: ['a PEM file', exported],
  markup: ['XML or HTML', exported],
  utf16: ['a text in UTF-16, or a packed file', `Save it as UTF-8. ${exported}`],
  binary: ['a binary file', exported],
  curl: ['a curl command', fill],
  command: ['a command that sends a request', byHand],
  powershell: ['a PowerShell command', byHand],
  openapi_yaml: ['an OpenAPI description (YAML)', byHand],
  swagger_yaml: ['a Swagger description (YAML)', byHand],
  opencollection: ['a Bruno collection (OpenCollection YAML)', byHand],
  insomnia_yaml: ['an Insomnia export (YAML)', byHand],
  bruno: ['a Bruno file (.bru)', byHand],
  http_file: ['a file of HTTP requests (.http)', byHand],
  variables: ['a file of variables (.env)', fill],
  postman_collection: ['a Postman collection', byHand],
  postman_environment: ['a Postman environment', byHand],
  insomnia: ['an Insomnia export', byHand],
  openapi: ['an OpenAPI description', byHand],
  swagger: ['a Swagger description', byHand],
  har: ['an HTTP archive (HAR)', byHand],
  bruno_collection: ['a Bruno collection', byHand],
  hoppscotch: ['a Hoppscotch collection', byHand],
  discovery_document: ['a discovery document', byHand],
  key_set: ['a key set (JWKS)', byHand],
  token_response: ['a token response', byHand],
  provider_key: ['a key file of a provider', fill],
}

export function otherFileText(kind: OtherFile, hasIssuer: boolean): string {
  const [what, advice] = otherFiles[kind]
  return `It is ${what}. ${kind === 'discovery_document' && hasIssuer ? discover : advice}`
}

const discover = 'Create an environment, enter the issuer it names, and click Discover.'

import type { ImportSource } from '../../contract/sharing.ts'

/** What a file is, as its heading says it. */
const formats: Readonly<Record<ImportSource['format'], string>> = {
  ccx: 'Client Credentials Explorer',
  curl: 'curl',
  powershell: 'PowerShell',
  oauth2c: 'oauth2c',
  postman_collection: 'Postman',
  postman_environment: 'Postman environment',
  openapi: 'OpenAPI',
  swagger: 'Swagger',
  bruno: 'Bruno',
  insomnia: 'Insomnia',
  hoppscotch: 'Hoppscotch',
  yaak: 'Yaak',
  dotenv: 'Variables (.env)',
  provider_key: 'Client JSON',
  http_file: 'HTTP file',
  har: 'HAR',
  discovery: 'Discovery document',
}

/** `Postman 2.1`. */
export const sourceText = ({ format, version }: Pick<ImportSource, 'format' | 'version'>): string =>
  version === '' ? formats[format] : `${formats[format]} ${version}`

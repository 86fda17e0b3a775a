import type { OtherFile } from '../../contract/import-problem.ts'

const exported = 'Import a text file, such as *.ccx.json, a Postman collection or an OpenAPI description.'
const noClient = 'It names no client and no call.'
const unpack = 'Unpack it, and import what is in it.'

/** What a file is that cannot be imported, and what to do with it. */
const otherFiles: Readonly<Record<OtherFile, readonly [what: string, advice: string]>> = {
  gzip: ['a gzip archive', `${unpack} ${exported}`],
  zip: ['a zip archive', `${unpack} ${exported}`],
  office: ['a document of Word, Excel or another office program', 'Copy its text, and paste it here.'],
  bzip2: ['a bzip2 archive', `${unpack} ${exported}`],
  xz: ['an xz archive', `${unpack} ${exported}`],
  zstd: ['a Zstandard archive', `${unpack} ${exported}`],
  age_binary: ['a binary age file', `Encrypt it with age --armor, or decrypt it first. ${exported}`],
  database: ['a database, perhaps the workspace itself', `Export environments from the app that has it. ${exported}`],
  pem: ['a PEM file', exported],
  markup: ['XML or HTML', exported],
  utf16: ['a text in UTF-16, or a packed file', `Save it as UTF-8. ${exported}`],
  binary: ['a binary file', exported],
  key_set: ['a key set (JWKS)', noClient],
  token_response: ['a token response', 'Paste it into the token inspector.'],
  token: ['a token', 'Paste it into the token inspector.'],
}

export function otherFileText(kind: OtherFile): string {
  const [what, advice] = otherFiles[kind]
  return `It is ${what}. ${advice}`
}

import type { Checked, DiagnosisCheck } from '../contract/diagnosis.ts'

/** What was looked at, as a list has it. */
export const checkedLabels: Readonly<Record<DiagnosisCheck, string>> = {
  server_words: 'The server’s own words',
  secret_value: 'The secret: white space, placeholder, ID for value',
  secret_encoding: 'The encoding of ID and secret',
  client_credentials: 'Client ID and secret',
  authentication_method: 'Authentication method',
  grant: 'The grant: allowed for the client, offered by the server',
  assertion: 'Client assertion: key, audience, times',
  client_certificate: 'Client certificate',
  scope: 'Scopes',
  audience: 'Audience and resource',
  endpoint: 'Address of the endpoint',
  request_form: 'Form of the request',
  status: 'Meaning of the status',
  web_page: 'Pages of proxies, firewalls and logins',
  connection: 'The way there: name, port, proxy, TLS',
  clock: 'Clocks of both sides',
  token: 'The token: kind, times, audience, issuer, scopes',
  api_requirements: 'What the API asks for beside a token',
  proof_of_possession: 'DPoP and certificate binding',
  caller: 'Who asks about the token',
  metadata: 'Metadata',
  keys: 'Key set',
  changes: 'What changed since it last worked',
}

export const checkedResults: Readonly<Record<Checked['result'], string>> = {
  found: 'Found something',
  ruled_out: 'Nothing wrong',
  not_known: 'Does not apply, or cannot be known from here',
}

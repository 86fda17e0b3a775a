import type { SandboxFacts } from '../contract/sandbox.ts'
import { style } from './style.ts'

/** What `ccx sandbox` prints for a person. Keys and certificates are for programs: `--json` has them. */
export function describeSandbox(facts: SandboxFacts): string {
  const { mtls_endpoint_aliases: aliases } = facts
  return [
    `${style('green', '●')} ${style('bold', 'The sandbox is running.')} Only programs on this computer can reach it.`,
    heading('Authorization server'),
    row('Issuer', facts.issuer),
    row('Token endpoint', facts.token_endpoint),
    row('Introspection endpoint', facts.introspection_endpoint),
    row('Revocation endpoint', facts.revocation_endpoint),
    row('JWKS URI', facts.jwks_uri),
    row('Scopes', 'api:read api:write'),
    row('Resource', `${facts.resource}   (with it the token is a JWT, without it opaque)`),
    heading('The same over TLS, for client certificates'),
    row('Token endpoint', aliases.token_endpoint),
    row('Introspection endpoint', aliases.introspection_endpoint),
    row('Revocation endpoint', aliases.revocation_endpoint),
    ...facts.clients.flatMap((client) => describeClient(client)),
    heading('Protected API'),
    row('GET  /api/orders', `${facts.api}/api/orders   needs api:read, validates offline`),
    row('POST /api/orders', `${facts.api}/api/orders   needs api:write, validates offline`),
    row('GET  /api/ledger', `${facts.api}/api/ledger   needs api:read, validates by introspection`),
    row('Over TLS', facts.mtlsApi),
    heading('Try it'),
    `  ${example(facts)}`,
    '',
    style('dim', 'ccx sandbox --json prints private keys and certificates as well.'),
    style('dim', 'Everything secret is made anew each time. Ctrl+C ends the sandbox.'),
    '',
  ].join('\n')
}

function describeClient({ client_id, client_secret, methods, accessToken }: SandboxFacts['clients'][number]): string[] {
  const title = methods.includes('none') ? 'Public client' : `Client of ${methods[0] ?? 'no method'}`
  return [
    heading(accessToken === 'opaque' ? `${title}, its tokens always opaque` : title),
    row('Client ID', client_id),
    ...(client_secret === '' ? [] : [row('Client secret', client_secret)]),
    row('Authentication', methods.join(' or ')),
  ]
}

function row(name: string, value: string): string {
  return `  ${style('dim', name.padEnd(24))}${value}`
}

function heading(text: string): string {
  return `\n${style('bold', text)}`
}

function example({ clients, resource, token_endpoint }: SandboxFacts): string {
  const client = clients.find(({ methods }) => methods.includes('client_secret_basic'))
  const parameters = `-d grant_type=client_credentials -d 'scope=api:read api:write' -d resource=${resource}`
  return `curl -u '${client?.client_id}:${client?.client_secret}' ${parameters} ${token_endpoint}`
}

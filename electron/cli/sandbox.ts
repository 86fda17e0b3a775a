import { parseArgs } from 'node:util'
import type { SandboxFacts } from '../contract/sandbox.ts'
import { startSandbox } from '../sandbox/start.ts'
import { interruptSignal } from './interrupt.ts'
import { style } from './style.ts'

/** `ccx sandbox`: runs until it is asked to end. */
export async function sandbox(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  const interrupt = interruptSignal()
  const { facts, close } = await startSandbox()
  process.stdout.write(values.json ? `${JSON.stringify(facts)}\n` : describe(facts))
  if (!interrupt.aborted) await new Promise((resolve) => interrupt.addEventListener('abort', resolve, { once: true }))
  await close()
  if (!values.json) process.stdout.write('\nThe sandbox has ended.\n')
  return 0
}

function describe(facts: SandboxFacts): string {
  const row = (name: string, value: string): string => `  ${style('dim', name.padEnd(24))}${value}`
  const heading = (text: string): string => `\n${style('bold', text)}`
  return [
    `${style('green', '●')} ${style('bold', 'The sandbox is running.')} Only programs on this computer can reach it.`,
    heading('Authorization server'),
    row('Issuer', facts.issuer),
    row('Token endpoint', facts.token_endpoint),
    row('Introspection endpoint', facts.introspection_endpoint),
    row('Revocation endpoint', facts.revocation_endpoint),
    row('JWKS URI', facts.jwks_uri),
    row('Scopes', 'api:read api:write'),
    ...facts.clients.flatMap(({ client_id, client_secret, accessToken }) => [
      heading(accessToken === 'jwt' ? 'Client with JWT access tokens' : 'Client with opaque access tokens'),
      row('Client ID', client_id),
      row('Client secret', client_secret),
      ...(accessToken === 'jwt' ? [row('Resource', `${facts.resource}   (without it, the token is opaque)`)] : []),
    ]),
    heading('Protected API'),
    row('GET  /api/orders', `${facts.api}/api/orders   needs api:read, validates offline`),
    row('POST /api/orders', `${facts.api}/api/orders   needs api:write, validates offline`),
    row('GET  /api/ledger', `${facts.api}/api/ledger   needs api:read, validates by introspection`),
    heading('Try it'),
    `  ${example(facts)}`,
    '',
    style('dim', 'The secrets are made anew each time. Ctrl+C ends the sandbox.'),
    '',
  ].join('\n')
}

function example(facts: SandboxFacts): string {
  const client = facts.clients.find(({ accessToken }) => accessToken === 'jwt')
  const parameters = `-d grant_type=client_credentials -d 'scope=api:read api:write' -d resource=${facts.resource}`
  return `curl -u '${client?.client_id}:${client?.client_secret}' ${parameters} ${facts.token_endpoint}`
}

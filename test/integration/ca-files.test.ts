import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { NetworkPolicy } from '../../electron/contract/network-policy.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let sandbox: Sandbox
let opened: TestApi
let folder: string

beforeAll(async () => {
  sandbox = await startSandbox()
  folder = await mkdtemp(path.join(tmpdir(), 'ccx-ca-'))
})
afterAll(async () => {
  await sandbox.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  opened = openTestApi(sandbox.facts)
})
afterEach(() => opened.close())

/** A token request of a client of the sandbox over TLS, which trusts these authorities. */
async function request(trust: Partial<NetworkPolicy>) {
  const { mtls_endpoint_aliases, clientCertificate, clients } = sandbox.facts
  const client_id = clients.find(({ methods }) => methods.includes('tls_client_auth'))?.client_id ?? ''
  const presented = { ...newEnvironment.network.clientCertificate, certificate: clientCertificate.certificate }
  const network = { ...newEnvironment.network, clientCertificate: presented, ...trust }
  const { token_endpoint } = mtls_endpoint_aliases
  const change = { client_id, token_endpoint, token_endpoint_auth_method: 'tls_client_auth', network } as const
  const environmentId = await opened.add(change, { client_certificate_key: clientCertificate.key })
  return opened.api.requestToken({ environmentId }, context)
}

const authority = () => sandbox.facts.ca
const encodings: readonly (readonly [name: string, encode: (pem: string) => Buffer])[] = [
  ['PEM', (pem) => Buffer.from(pem)],
  ['DER', (pem) => new X509Certificate(pem).raw],
  ['UTF-16', (pem) => Buffer.from(`\uFEFF${pem}`, 'utf16le')],
  ['base64', (pem) => Buffer.from(Buffer.from(pem).toString('base64'))],
  ['PEM with \\n', (pem) => Buffer.from(JSON.stringify(pem))],
]

test.each(encodings)('a CA file in %s is trusted', async (name, encode) => {
  const caFile = path.join(folder, `${name.replaceAll(/\W/g, '')}.crt`)
  await writeFile(caFile, encode(authority()))
  expect(await request({ caFile })).toMatchObject({ kind: 'issued' })
})

test('a private key that is pasted among certificates is refused, also in base64', async () => {
  const { certificate, key } = sandbox.facts.clientCertificate
  const pasted = Buffer.from(certificate + key).toString('base64')
  const clientCertificate = { ...newEnvironment.network.clientCertificate, certificate: pasted }
  expect(await request({ ca: authority(), clientCertificate })).toMatchObject({
    kind: 'not_sent',
    problems: [{ field: 'network.clientCertificate.certificate', code: 'private_key_beside_certificate' }],
  })
})

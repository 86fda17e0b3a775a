import { describe, expect, it } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { withSettingsAtFault } from '../../../electron/core/client/settings-at-fault.ts'
import { finding } from '../../../electron/core/finding.ts'
import { findingText } from '../../../electron/wording/findings.ts'

type Method = Parameters<typeof withSettingsAtFault>[2]

const refusedClient = finding('invalid_client', { status: '401', error: 'invalid_client' })
const fields = (method: Method, change: Partial<typeof newEnvironment> = {}) =>
  withSettingsAtFault([refusedClient], { ...newEnvironment, ...change }, method).flatMap(({ pointers }) => pointers)
const advice = (method: Method) =>
  withSettingsAtFault([refusedClient], newEnvironment, method).map((one) => findingText(one).advice)

describe('a refused client', () => {
  it('without any authentication is never said to have a wrong secret', () => {
    expect(fields('none')).toEqual([{ kind: 'field', field: 'client_id' }])
    expect(advice('none')).toEqual(['Check client ID, and whether the server expects another authentication method.'])
  })

  it('that signs or presents a certificate is led to its key, file or certificate, and not to a secret', () => {
    const { assertion, network } = newEnvironment
    const certificateFile = { ...network.clientCertificate, certificateFile: 'client.pem' }
    expect([
      fields('private_key_jwt'),
      fields('private_key_jwt', { assertion: { ...assertion, keyFile: 'key.pem' } }),
      fields('client_assertion_file'),
      fields('tls_client_auth'),
      fields('tls_client_auth', { network: { ...network, clientCertificate: certificateFile } }),
    ]).toEqual(
      [
        'private_key',
        'assertion.keyFile',
        'assertion.assertionFile',
        'network.clientCertificate.certificate',
        'network.clientCertificate.certificateFile',
      ].map((field) => [{ kind: 'field', field }]),
    )
    for (const method of ['private_key_jwt', 'client_assertion_file', 'tls_client_auth'] as const)
      expect(advice(method).join(' ')).not.toContain('secret')
  })

  it('with a secret is led to it', () => {
    for (const method of ['client_secret_basic', 'client_secret_post', 'client_secret_jwt'] as const) {
      expect(fields(method)).toEqual([{ kind: 'field', field: 'client_secret' }])
      expect(advice(method).join(' ')).toContain('Check client ID and secret')
    }
  })
})

describe('a refused target', () => {
  const refusedTarget = finding('invalid_target', { status: '400', error: 'invalid_target' })
  const field = (change: Partial<typeof newEnvironment>) =>
    withSettingsAtFault([refusedTarget], { ...newEnvironment, ...change }, 'none').flatMap(({ pointers }) => pointers)

  it('is the audience where that alone was sent, else the resource', () => {
    expect(field({ audience: 'a' })).toEqual([{ kind: 'field', field: 'audience' }])
    expect(field({ audience: 'a', resource: ['https://api.example'] })).toEqual([{ kind: 'field', field: 'resource' }])
    expect(field({})).toEqual([{ kind: 'field', field: 'resource' }])
  })
})

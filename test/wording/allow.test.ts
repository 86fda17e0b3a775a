import { describe, expect, test } from 'vitest'
import { plainWay } from '../../electron/core/secrets/destinations.ts'
import { allowText } from '../../electron/wording/allow.ts'

const remedy = {
  kind: 'allow_origin',
  secret: 'client_secret',
  origin: 'https://new.example',
  boundTo: ['https://old.example', 'https://older.example'],
  way: plainWay,
  boundWay: null,
  source: 'stored in the workspace',
} as const

describe('a question where something may go', () => {
  test('names the secret, its source, the server and where it may go so far', () => {
    const { would, soFar } = allowText(remedy)
    expect(would).toBe('The client secret (stored in the workspace) would be sent to https://new.example.')
    expect(soFar).toBe('Approved so far: https://old.example, https://older.example only.')
    const first = allowText({ ...remedy, boundTo: [] })
    expect(first.would).toContain('https://new.example for the first time.')
    expect(first.soFar).toBe('Not approved for any server yet.')
  })

  test('names a way that is not the usual one', () => {
    const way = { ...plainWay, proxy: 'http://proxy.example:8080', bypass: 'localhost', caFile: '/ca.pem', ca: 'x' }
    expect(allowText({ ...remedy, way }).would).toBe(
      'The client secret (stored in the workspace) would be sent to https://new.example, through the proxy ' +
        'http://proxy.example:8080, without the proxy for localhost, trusting the certificate authorities entered under ' +
        'Network, trusting the certificate authorities in /ca.pem.',
    )
  })

  test('says how the way changed where the server is approved by another one', () => {
    const boundTo = [remedy.origin]
    const way = { ...plainWay, proxy: 'http://proxy.example:8080', acceptedCertificate: 'AA:BB' }
    const { would, soFar } = allowText({ ...remedy, boundTo, boundWay: plainWay, way })
    expect(would).toBe(
      'The client secret (stored in the workspace) would be sent to https://new.example, through the proxy ' +
        'http://proxy.example:8080 instead of through the system proxy, accepting the untrusted certificate AA:BB.',
    )
    expect(soFar).toBe('It is approved for this server, but not this way: proxy or trust changed since.')
    const back = allowText({
      ...remedy,
      boundTo,
      boundWay: { ...way, ca: 'x', caFile: '/ca.pem' },
      way: plainWay,
    }).would
    for (const part of [
      'through the system proxy instead of through the proxy http://proxy.example:8080',
      'without the certificate authorities trusted before',
      'without the certificate authorities in /ca.pem',
      'without the accepted certificate',
    ]) {
      expect(back).toContain(part)
    }
  })

  test('says of an access token that its server came with a file', () => {
    const { would, soFar } = allowText({
      ...remedy,
      secret: 'access_token',
      boundTo: [],
      source: 'held for this environment',
    })
    expect(would).toContain('The access token (held for this environment) would be sent to')
    expect(soFar).toContain('came with an imported file')
  })
})

import { describe, expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { emptyValues, type FormValues, valuesFrom } from '../../../renderer/features/environments/form-values.ts'
import { readNameless, readNetwork, readValues } from '../../../renderer/features/environments/read-values.ts'

const named: FormValues = { ...emptyValues, name: 'Orders' }

function errorsOf(change: Partial<FormValues>): Record<string, string> {
  const read = readValues({ ...named, ...change })
  return read.ok ? {} : read.errors
}

describe('what is wrong with the form, by field', () => {
  test('a URL that is none, with the reason', () => {
    expect(errorsOf({ token_endpoint: 'ftp://as.example' })).toEqual({
      token_endpoint: 'Enter an absolute URL that begins with https:// or http://.',
    })
    const aliases = { ...named.mtls_endpoint_aliases, revocation_endpoint: 'https://user:pass@as.example' }
    expect(errorsOf({ mtls_endpoint_aliases: aliases })['mtls_endpoint_aliases.revocation_endpoint']).toMatch(
      'Leave user name and password out',
    )
  })

  test('a header that cannot be sent, at its row', () => {
    const headers = [
      { name: 'X-Good', value: '1' },
      { name: 'bad name', value: '1' },
      { name: 'Host', value: '1' },
      { name: 'X', value: 'a\nb' },
    ]
    expect(Object.keys(errorsOf({ headers }))).toEqual(['headers.1.name', 'headers.2.name', 'headers.3.value'])
  })

  test('an extra parameter without a name, at its row', () => {
    expect(errorsOf({ parameters: [{ name: ' ', value: 'x' }] })).toEqual({
      'parameters.0.name': 'Give the parameter a name.',
    })
  })

  test('a time limit that is no number, and one that is too short', () => {
    const timeLimits = { connect: 'ten', firstByte: '0.01', total: '' }
    const errors = errorsOf({ network: { ...named.network, timeLimits } })
    expect(errors).toEqual({
      'network.timeLimits.connect': 'Enter a number of seconds.',
      'network.timeLimits.firstByte': 'At least 0.1 s.',
      'network.timeLimits.total': 'Enter a number of seconds.',
    })
  })

  test('chips are one field, whichever of them is wrong', () => {
    expect(errorsOf({ resource: { chips: ['https://api.example'], typed: 'nonsense' } })).toHaveProperty('resource')
    expect(errorsOf({ scope: { chips: ['a'], typed: 'b"' } })).toHaveProperty('scope')
  })

  test('a name is needed to save, and not to preview', () => {
    expect(readValues(emptyValues)).toEqual({ ok: false, errors: { name: 'Give the environment a name.' } })
    expect(readNameless(emptyValues).ok).toBe(true)
  })

  test('a fingerprint that is none', () => {
    expect(errorsOf({ network: { ...named.network, acceptedCertificate: '12:34' } })).toHaveProperty([
      'network.acceptedCertificate',
    ])
  })
})

describe('what is not shown is not in the way', () => {
  test('the URL of a proxy that is not used', () => {
    const proxy = { ...named.network.proxy, url: 'half typed' }
    expect(errorsOf({ network: { ...named.network, proxy: { ...proxy, mode: 'explicit' } } })).toHaveProperty([
      'network.proxy.url',
    ])
    expect(errorsOf({ network: { ...named.network, proxy: { ...proxy, mode: 'none' } } })).toEqual({})
  })

  test('the lifetime of an assertion that is not made', () => {
    const assertion = { ...named.assertion, lifetime: 'x' }
    expect(errorsOf({ assertion, token_endpoint_auth_method: 'private_key_jwt' })).toHaveProperty([
      'assertion.lifetime',
    ])
    expect(errorsOf({ assertion, token_endpoint_auth_method: 'client_secret_post' })).toEqual({})
  })
})

describe('values and environment', () => {
  test('an environment comes back from its values as it was', () => {
    const environment = {
      ...newEnvironment,
      name: 'Orders',
      scope: 'api:read api:write',
      resource: ['https://api.example', 'urn:x'],
      renewBefore: 5,
      network: { ...newEnvironment.network, timeLimits: { connect: 1500, firstByte: 30_000, total: 60_000 } },
    }
    expect(readValues(valuesFrom(environment))).toEqual({ ok: true, value: environment })
  })

  test('what is typed behind the chips is saved too', () => {
    const read = readValues({ ...named, scope: { chips: ['a'], typed: 'b  c ' } })
    expect(read).toMatchObject({ ok: true, value: { scope: 'a b c' } })
  })

  test('the network policy can be read while the rest is wrong', () => {
    expect(readNetwork({ ...emptyValues, token_endpoint: 'x' }).ok).toBe(true)
  })
})

import { describe, expect, test } from 'vitest'
import type { ReadEnvironment } from '../../../../../electron/core/importing/read-environments.ts'
import { readForeign } from '../../../../../electron/core/importing/read-foreign.ts'
import { because } from '../../../../support/skipped.ts'
import { missingImports, sharedImport } from '../../../../support/shared-imports.ts'

function read(name: string): readonly ReadEnvironment[] {
  let id = 0
  return (
    readForeign([{ path: name, text: sharedImport(`openapi/${name}`) }], () => String((id += 1)))?.environments ?? []
  )
}

const rowsOf = (environments: readonly ReadEnvironment[]) =>
  environments.map(({ kind, value, calls }) => [
    kind,
    value.token_endpoint,
    value.scope,
    value.variables[0]?.value ?? '',
    calls.length,
  ])

describe.skipIf(missingImports !== null)(`real descriptions${because(missingImports)}`, () => {
  test('of UPS are an environment for each of its servers, with one token endpoint', () => {
    const token = 'https://onlinetools.ups.com/security/v1/oauth/token'
    expect(rowsOf(read('ups-DeliveryIntercept.yaml'))).toEqual([
      ['environment', token, '', 'https://onlinetools.ups.com/api/deliveryintercept/v2', 7],
      ['environment', token, '', 'https://wwwcie.ups.com/api/deliveryintercept/v2', 7],
    ])
    expect(read('ups-AddressValidation-Ready.yaml').map(({ calls }) => calls.length)).toEqual([2, 2])
    expect(read('ups-DeliveryDefense.yaml').map(({ calls }) => calls.length)).toEqual([1, 1])
  })

  test('with every kind of security use the client where its scheme is named', () => {
    const environments = read('kong-endpoint-security.yaml')
    expect(rowsOf(environments)).toEqual([
      [
        'environment',
        'https://api.server.test/v1/token',
        'read:something write:something',
        'https://api.server.test/v1',
        12,
      ],
    ])
    const using = environments[0]?.calls.filter(({ authorization }) => authorization === 'environment')
    expect(using?.map(({ url }) => url)).toEqual(['{{baseUrl}}/oauth2/client-credentials', '{{baseUrl}}/all'])
  })

  test('of Swagger 2 without a client are calls alone', () => {
    expect(rowsOf(read('kong-swagger2-petstore.yml'))).toEqual([['calls', '', '', 'http://petstore.swagger.io/v1', 4]])
  })
})

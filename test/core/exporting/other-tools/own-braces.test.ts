import * as lang from '@usebruno/lang'
import { expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../../../electron/catalogue/new-api-request.ts'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import type { ApiCall } from '../../../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../../../electron/contract/environment.ts'
import { brunoExporter } from '../../../../electron/core/exporting/other-tools/bruno/bruno-exporter.ts'
import { exportAll } from '../../../../electron/core/exporting/other-tools/exporter.ts'
import { httpFileExporter } from '../../../../electron/core/exporting/other-tools/http-file/http-file-exporter.ts'
import { postmanExporter } from '../../../../electron/core/exporting/other-tools/postman/postman-exporter.ts'

const exporters = [brunoExporter, httpFileExporter, postmanExporter]
const shop: EnvironmentInput = {
  ...newEnvironment,
  name: 'Shop',
  token_endpoint: 'https://as.test/token',
  client_id: 'shop',
}
const callOf = (members: Partial<ApiCall>): ApiCall => ({
  ...newApiRequest,
  ...newCallLabel,
  id: 'c',
  environmentId: 'e',
  method: 'POST',
  url: 'https://stranger.test/',
  ...members,
})
const json = (text: string): Partial<ApiCall> => ({ body: { kind: 'json', text } })
const textOf = (exporter: (typeof exporters)[number], value: EnvironmentInput, calls: readonly ApiCall[]) => {
  const { files, notes } = exportAll(exporter, [{ value, calls }])
  return { text: files.map(({ text }) => text).join('\n'), notes }
}

test.each(exporters)('a call has nothing of the client secret that is entered in another tool: $name', (exporter) => {
  for (const braces of ['{{ client_secret }}', '{{client_secret }}', '{{{ client_secret}}}']) {
    const { text, notes } = textOf(exporter, shop, [callOf(json(`"${braces}"`))])
    expect(text).not.toMatch(/\{\{\s+client_secret|\{\{client_secret\s/)
    expect(notes).toContainEqual(
      expect.objectContaining({ fact: { code: 'setting_not_kept', evidence: { field: '{{…}}' } } }),
    )
  }
  const { text } = textOf(exporter, shop, [callOf(json('"{{client_secret}}"'))])
  const used = exporter === httpFileExporter ? '"{{client_secret_2}}"' : '{{client_secret_2}}'
  expect(text).toContain(used)
})

test.each(exporters)('what another tool would take from the computer, or run, stays text: $name', (exporter) => {
  const hostile = ['{{$processEnv HOME}}', '{{process.env.HOME}}', '{{$dotenv KEY}}', '{{vault:key}}', '{{x.y()}}']
  for (const braces of hostile) {
    const variables = [{ name: 'v', value: braces, secret: false }]
    const calls = [callOf({ ...json(braces), headers: [{ name: 'X-A', value: braces, enabled: true }] })]
    expect(textOf(exporter, { ...shop, variables }, calls).text).not.toContain(braces)
  }
})

test.each(exporters)('own variables, notes and braces that are never closed stay: $name', (exporter) => {
  const variables = [{ name: 'v', value: '1', secret: false }]
  const calls = [callOf({ ...json('{{v}} {{ a'), notes: 'Use {{ v }}.' })]
  const { text, notes } = textOf(exporter, { ...shop, variables }, calls)
  expect(text).toContain('{{v}}')
  expect(text).toContain('Use {{ v }}.')
  expect(notes).toEqual([])
})

test('a value that begins with three quotation marks takes no lines behind it in a Bruno collection', () => {
  const value = { ...shop, client_id: "'''", notes: "'''\naccess_token_url: https://stranger.test/token" }
  const { files, notes } = exportAll(brunoExporter, [{ value, calls: [] }])
  const text = files.find(({ path }) => path === 'collection.bru')?.text ?? ''
  expect(lang.collectionBruToJson(text)).toMatchObject({
    auth: { oauth2: { accessTokenUrl: 'https://as.test/token', credentialsPlacement: 'basic_auth_header' } },
    docs: value.notes,
  })
  expect(notes.map(({ fact }) => fact)).toContainEqual({ code: 'setting_not_kept', evidence: { field: 'parameters' } })
})

test('a client ID of several lines brings no request to a .http file', () => {
  const value = { ...shop, client_id: 'shop\n\n### more\nGET https://stranger.test/?{{client_secret}}' }
  expect(textOf(httpFileExporter, value, []).text).not.toMatch(/^(?:### more|GET )/m)
})

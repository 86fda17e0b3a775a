import { expect, test } from 'vitest'
import { findings } from '../../electron/catalogue/findings.ts'
import type { FindingEntry } from '../../electron/catalogue/findings/entry.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { secretNames } from '../../electron/vocabulary/secret-names.ts'
import { fieldLabel } from '../../electron/wording/field-labels.ts'

const withoutField = new Set(['folder', 'secretSources'])

test('what is no field of an environment has no label', () => {
  for (const path of ['access_token', 'environmentId', 'keys.url', '', 'secretSources'])
    expect(fieldLabel(path)).toBeNull()
})

test('every field that the catalogue points at has a label', () => {
  const entries: readonly FindingEntry[] = Object.values(findings)
  const fields = entries.flatMap(({ pointers = [] }) =>
    pointers.flatMap((pointer) => (pointer.kind === 'field' ? [pointer.field] : [])),
  )
  expect(fields.length).toBeGreaterThan(3)
  expect(fields.filter((field) => fieldLabel(field) === null)).toEqual([])
})

test('every setting and every secret has a label', () => {
  const paths = Object.entries(newEnvironment).flatMap(([name, value]) =>
    name === 'network' ? Object.keys(value).map((part) => `network.${part}`) : [name],
  )
  const shown = paths.filter((one) => !withoutField.has(one) && one !== 'assertion')
  expect(shown.filter((path) => fieldLabel(path) === null)).toEqual([])
  for (const name of secretNames) expect(fieldLabel(name)).toBe(fieldLabel(`secretSources.${name}.path`))
})

test('what is beneath a field is called as the field', () => {
  expect(fieldLabel('headers.0.name')).toBe('Headers')
  expect(fieldLabel('network.proxy.url')).toBe('Proxy')
})

test('a secret is called as such wherever its path begins', () => {
  expect(['client_secret', 'secrets.client_secret', 'secretSources.client_secret'].map(fieldLabel)).toEqual([
    'Client secret',
    'Client secret',
    'Client secret',
  ])
})

import { expect, test } from 'vitest'
import { changesOf, stillThere } from '../../../renderer/features/environments/server/discovered-changes.ts'
import type { MetadataRow } from '../../../renderer/features/environments/server/metadata-rows.ts'

const row = (path: MetadataRow['path'], configured: string, published: string | null): MetadataRow => ({
  path,
  title: path,
  configured,
  published,
  comparison:
    published === null ? 'not published' : configured === published ? 'equal' : configured === '' ? 'new' : 'different',
})
const url = 'https://as.example/.well-known/openid-configuration'

test('empty fields are filled, and what was typed or is not published is left alone', () => {
  const rows = [
    row('issuer', 'https://as.example', 'https://as.example'),
    row('token_endpoint', 'https://as.example/mine', 'https://as.example/token'),
    row('introspection_endpoint', '', null),
    row('jwks_uri', '', 'https://as.example/jwks'),
  ]
  expect(changesOf(rows, url)).toEqual([{ path: 'jwks_uri', before: '', after: 'https://as.example/jwks' }])
})

test('the address of the metadata, typed as the issuer, gives way to the issuer', () => {
  const change = { path: 'issuer', before: url, after: 'https://as.example' }
  expect(changesOf([row('issuer', url, 'https://as.example')], url)).toEqual([change])
  expect(changesOf([row('issuer', 'https://as.example/', 'https://as.example')], url)).toHaveLength(1)
  expect(changesOf([row('issuer', 'https://other.example', 'https://as.example')], url)).toEqual([])
})

test('what was changed by hand since is not undone', () => {
  const changes = changesOf([row('jwks_uri', '', 'https://as.example/jwks')], url)
  expect(stillThere(changes, [row('jwks_uri', 'https://as.example/jwks', 'https://as.example/jwks')])).toEqual(changes)
  expect(stillThere(changes, [row('jwks_uri', 'https://as.example/mine', 'https://as.example/jwks')])).toEqual([])
})

import { expect, test } from 'vitest'
import type { DiscoveryOutcome } from '../../../electron/contract/outcome.ts'
import { bareMetadata } from '../../support/bare-metadata.ts'
import { foundText, triedText } from '../../../renderer/features/environments/server/discovery-text.ts'

const found: Extract<DiscoveryOutcome, { kind: 'found' }> = {
  kind: 'found',
  url: 'https://as.example/.well-known/openid-configuration',
  metadata: bareMetadata,
  findings: [],
  exchangeId: 'one',
}
const said = (filled: number, empty: number, different: number) => {
  const { tone, title, reason } = foundText(found, { filled, empty, different })
  return [tone, title, reason]
}
const at = 'Found at /.well-known/openid-configuration.'

test('what a discovery filled is counted, and what was typed is said to be kept', () => {
  expect(said(5, 0, 0)).toEqual(['ok', 'Discovery filled 5 fields', `${at} What you typed was kept.`])
  expect(said(1, 0, 2)).toEqual(['ok', 'Discovery filled 1 field', `${at} What you typed was kept: 2 fields differ.`])
})

test('a discovery that changed nothing says how the form compares', () => {
  expect(said(0, 3, 0)).toEqual(['ok', 'Metadata found', at])
  expect(said(0, 0, 0)).toEqual(['ok', 'Matches the metadata', at])
  expect(said(0, 0, 1)).toEqual(['warn', '1 field differs from the metadata', at])
})

test('where no metadata was found, each address is named with its answer', () => {
  const tried = [
    { url: 'https://as.example/.well-known/openid-configuration', status: 404 },
    { url: 'https://as.example/.well-known/oauth-authorization-server', status: 403 },
  ]
  expect(triedText(tried)).toBe(
    'Tried /.well-known/openid-configuration (404), /.well-known/oauth-authorization-server (403).',
  )
})

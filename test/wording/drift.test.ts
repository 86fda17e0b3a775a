import { describe, expect, test } from 'vitest'
import type { Drift } from '../../electron/contract/drift.ts'
import { type DriftKind, driftKinds } from '../../electron/vocabulary/drift.ts'
import { driftChangeText } from '../../electron/wording/drift/drift-change.ts'
import { driftClause, driftMark } from '../../electron/wording/drift/drift-clause.ts'
import { driftTitles } from '../../electron/wording/drift/drift-title.ts'

const drift = (kind: DriftKind, more: Partial<Drift> = {}): Drift => ({
  id: 'drift-1',
  environmentId: 'environment-1',
  kind,
  at: Date.UTC(2026, 10, 26, 9, 12),
  endedAt: null,
  before: null,
  after: null,
  evidence: {},
  exchangeId: null,
  beforeExchangeId: null,
  isExpected: false,
  ...more,
})

describe('what drift is in words', () => {
  test.each([
    [
      'signing_key',
      { before: '08d2aaaaaaaaaa7be', after: '3f9abbbbbbbbbbc41' },
      '3f9a…c41 replaces 08d2…7be',
      'New signing key',
    ],
    ['signing_key', { before: null, after: 'k2' }, 'k2 replaces none', 'New signing key'],
    ['lifetime', { before: '86400', after: '3600' }, '86400 s to 3600 s', 'The lifetime fell from 86400 to 3600 s'],
    ['lifetime', { before: '60', after: '3600' }, '60 s to 3600 s', 'The lifetime rose from 60 to 3600 s'],
    ['scopes_lost', { evidence: { scopes: 'orders.write' } }, 'orders.write', 'No longer granted: orders.write'],
    [
      'certificate_changed',
      { evidence: { renewed: 'yes', ends: '2027-01-28T00:00:00Z' } },
      'Renewed, valid until 2027-01-28',
      'The certificate was renewed',
    ],
    [
      'server_clock',
      { after: '-125000' },
      '2 min 5 s behind this computer',
      "The server's clock is 2 min 5 s behind this computer",
    ],
    ['outage', { after: '5' }, '5 requests failed in a row, not over', '5 requests failed in a row'],
    [
      'outage',
      { after: '5', endedAt: Date.UTC(2026, 10, 26, 9, 24) },
      '5 requests failed in a row, over after 12 min',
      'Outage of 12 min',
    ],
    ['latency', { before: '90', after: '310' }, '90 ms to 310 ms', 'Token requests take 310 ms instead of 90 ms'],
  ] as const)('%s', (kind, more, change, clause) => {
    expect(driftChangeText(drift(kind, more))).toBe(change)
    expect(driftClause(drift(kind, more))).toBe(clause)
  })

  test.each(driftKinds)('%s has words without any evidence', (kind) => {
    for (const text of [
      driftTitles[kind],
      driftMark(drift(kind)),
      driftClause(drift(kind)),
      driftChangeText(drift(kind)),
    ]) {
      expect(text).toMatch(/^\S/)
      expect(text).not.toMatch(/undefined|null|NaN|\.$/)
    }
  })
})

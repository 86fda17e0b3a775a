import { expect, test } from 'vitest'
import type { FlowAct } from '../../../electron/contract/flow.ts'
import type { Finding } from '../../../electron/contract/finding.ts'
import { bounded } from '../../../electron/core/flow-run/bounded.ts'
import { maxFlowFindings, maxFlowText } from '../../../electron/vocabulary/flow.ts'
import { passedToken, tokenResult } from './flow-run.ts'

const finding: Finding = {
  code: 'refused_other',
  severity: 'error',
  section: null,
  confidence: 'certain',
  evidence: {},
  pointers: [],
}

const numbered = (index: number, severity: Finding['severity']): Finding => ({
  ...finding,
  severity,
  evidence: { number: String(index) },
})

test('an act of usual size is kept as it is', () => {
  expect(bounded(passedToken)).toEqual(passedToken)
})

test('texts of a server are cut, and say so; a character of two units is not cut in half', () => {
  const long = `${'x'.repeat(maxFlowText - 1)}💥${'y'.repeat(1 << 20)}`
  const act: FlowAct = {
    ...passedToken,
    result: { kind: 'refused', status: 400, error: { error: 'e', error_description: long, error_uri: null } },
    findings: [{ ...finding, evidence: { words: long } }],
  }
  const { result, findings } = bounded(act)
  const cut = findings[0]?.evidence['words'] ?? ''
  expect(cut).toHaveLength(maxFlowText + 1)
  expect(cut.endsWith('\ufffd…')).toBe(true)
  expect(result).toMatchObject({ error: { error: 'e', error_description: cut } })
})

test('lists of a token and of findings are cut: the first are kept', () => {
  const audience = Array.from({ length: 10_000 }, (_, index) => `https://api-${index}.example`)
  const findings = Array.from({ length: 9 }, (_, index) => numbered(index, 'error'))
  const act = bounded({ ...passedToken, result: { ...tokenResult, audience }, findings })
  expect(JSON.stringify(act).length).toBeLessThan(5000)
  expect(act.findings.map(({ evidence }) => evidence['number'])).toEqual(['0', '1', '2', '3', '4'])
  expect(maxFlowFindings).toBe(5)
})

test('of many findings those that say what is wrong are kept before those that explain, each in its place', () => {
  const severities = ['info', 'info', 'warning', 'info', 'info', 'error', 'info'] as const
  const findings = severities.map((severity, index) => numbered(index, severity))
  const { findings: kept } = bounded({ ...passedToken, findings })
  expect(kept.map(({ evidence }) => evidence['number'])).toEqual(['0', '1', '2', '3', '5'])
})

import { describe, expect, it } from 'vitest'
import { resultText, resultTitle } from '../../../renderer/features/sharing/import/result-text.ts'

const row = (id: string, isSaved: boolean) => ({
  environmentId: id,
  isSaved,
  environment: {
    id,
    name: `Service ${id}`,
    stage: 'other' as const,
    provider: 'standard' as const,
    issuer: '',
    folder: '',
    builtIn: false,
  },
})

describe('what became of the secrets of an import', () => {
  it('names those that were not saved, a few of many, and says that they are kept', () => {
    const failures = new Map(['a', 'b', 'c', 'd'].map((id) => [id, 'no']))
    const rows = ['a', 'b', 'c', 'd'].map((id) => row(id, false))
    const text = resultText({ last: { saved: 1, failures, notKept: null }, isLater: false, left: 0, rows })
    expect(text).toContain('1 secret saved.')
    expect(text).toContain('Not saved: Service a, Service b, Service c and 1 more. What you typed is kept.')
  })

  it('says how many pasted lines found no field', () => {
    const text = resultText({ last: null, isLater: false, left: 2, rows: [row('a', false)] })
    expect(text).toContain('2 lines of what you pasted had no field left and were not used.')
  })

  it('says that nothing is missing once all are saved', () => {
    const last = { saved: 3, failures: new Map<string, string>(), notKept: null }
    expect(resultText({ last, isLater: true, left: 0, rows: [row('a', true)] })).toBe(
      '3 secrets saved. No secret is missing.',
    )
  })
})

describe('what an import did', () => {
  const nothing = { added: 0, replaced: 0, kept: 0, extended: 0 }

  it('names only what there is', () => {
    expect(resultTitle({ ...nothing, added: 1 })).toBe('1 environment added')
    expect(resultTitle({ added: 2, replaced: 1, kept: 1, extended: 0 })).toBe(
      '2 environments added, 1 environment replaced, 1 environment kept as it is',
    )
    expect(resultTitle({ ...nothing, extended: 1 })).toBe('Calls added to 1 environment')
    expect(resultTitle(nothing)).toBe('Nothing was changed')
  })
})

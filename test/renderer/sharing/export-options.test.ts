import { describe, expect, it } from 'vitest'
import type { SharingKeys } from '../../../electron/contract/sharing.ts'
import { exportOptions, recipientsOf } from '../../../renderer/features/sharing/export/export-options.ts'
import type { ExportDraft } from '../../../renderer/queries/exporting.ts'

const draft: ExportDraft = {
  format: 'explorer',
  environmentIds: ['b', 'a'],
  carry: 'none',
  recipients: [],
  passphrase: '',
  sign: false,
}
const own = { name: 'Kim', recipient: 'age1own', recipientFingerprint: 'f-own', publicKey: 'k', fingerprint: 'f-sign' }
const ada = { name: 'Ada', recipient: 'age1ada', fingerprint: 'f-ada' }
const keys: SharingKeys = { own, recipients: [ada], authors: [] }
const known = ['a', 'b', 'c']
const missing = (change: Partial<ExportDraft>, of: SharingKeys | null = keys) => {
  const complete = exportOptions({ ...draft, ...change }, known, of)
  return complete.ok ? null : complete.missing
}

describe('an export', () => {
  it('lacks an environment when those that were chosen are gone', () => {
    expect(missing({ environmentIds: ['gone'] })).toBe('Choose an environment.')
  })

  it('lacks a recipient when none is chosen, or the chosen one was deleted', () => {
    expect(missing({ carry: 'recipients' })).toBe('Choose a recipient.')
    expect(missing({ carry: 'recipients', recipients: ['age1gone'] })).toBe('Choose a recipient.')
    expect(missing({ carry: 'recipients', recipients: ['age1ada'] }, null)).toBe('Choose a recipient.')
  })

  it('lacks a passphrase of twelve characters', () => {
    expect(missing({ carry: 'passphrase', passphrase: 'eleven char' })).toContain('12')
    expect(missing({ carry: 'passphrase', passphrase: 'twelve chars' })).toBeNull()
  })

  it('cannot be signed without a key', () => {
    expect(missing({ sign: true }, { ...keys, own: null })).toContain('Create keys')
  })

  it('for another tool has no secrets and no signature', () => {
    const given: ExportDraft = { ...draft, format: 'bruno', carry: 'passphrase', passphrase: 'short', sign: true }
    expect(exportOptions(given, known, null)).toEqual({
      ok: true,
      options: { format: 'bruno', environmentIds: ['a', 'b'] },
    })
  })

  it('has its environments in the order of the sidebar', () => {
    expect(exportOptions(draft, known, keys)).toEqual({
      ok: true,
      options: { format: 'explorer', environmentIds: ['a', 'b'], secrets: { kind: 'none' }, sign: false },
    })
  })

  it('can be encrypted to oneself, who is named first, by the fingerprint of one’s recipient', () => {
    expect(recipientsOf(keys)).toEqual([{ name: 'Kim (you)', recipient: 'age1own', fingerprint: 'f-own' }, ada])
  })
})

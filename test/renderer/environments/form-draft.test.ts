import { describe, expect, test } from 'vitest'
import { draftText, draftValues, rebase } from '../../../renderer/features/environments/form-draft.ts'
import { emptyValues, type FormValues } from '../../../renderer/features/environments/form-values.ts'

const saved: FormValues = { ...emptyValues, name: 'Orders', token_endpoint: 'https://as.example/token' }
const accepting = (acceptedCertificate: string): FormValues => ({
  ...saved,
  network: { ...saved.network, acceptedCertificate },
})

describe('a draft', () => {
  test('of another version is none', () => {
    expect(draftValues(undefined, saved)).toBeNull()
    expect(draftValues('{"name":"old"}', saved)).toBeNull()
    expect(draftValues(JSON.stringify({ base: saved, values: { ...saved, client_secret: 'x' } }), saved)).toBeNull()
  })

  test('keeps what is half typed', () => {
    const half = { ...saved, token_endpoint: 'htt', renewBefore: '3x' }
    expect(draftValues(draftText(saved, half), saved)).toEqual(half)
  })

  test('takes over what was saved elsewhere since, and keeps its own edits', () => {
    const edited = { ...saved, audience: 'https://api.example' }
    expect(draftValues(draftText(saved, edited), accepting('12:34'))).toEqual({
      ...accepting('12:34'),
      audience: 'https://api.example',
    })
  })
})

describe('edits over what is saved later', () => {
  test('a value that nobody touched is never the old one', () => {
    const edited = { ...saved, network: { ...saved.network, caFile: '/ca.pem' } }
    expect(rebase(edited, saved, accepting('12:34')).network).toMatchObject({
      caFile: '/ca.pem',
      acceptedCertificate: '12:34',
    })
  })

  test('an edit of the same value stays', () => {
    expect(rebase(accepting('AB:'), saved, accepting('12:34')).network.acceptedCertificate).toBe('AB:')
  })

  test('a list is one value: it is not mixed with another', () => {
    const edited = { ...saved, scope: { chips: ['a', 'b'], typed: '' } }
    const after = { ...saved, scope: { chips: ['c'], typed: '' } }
    expect(rebase(edited, saved, after).scope.chips).toEqual(['a', 'b'])
    expect(rebase(saved, saved, after).scope.chips).toEqual(['c'])
  })

  test('without edits it is what is saved, to the order of its members', () => {
    expect(JSON.stringify(rebase(saved, saved, accepting('12:34')))).toBe(JSON.stringify(accepting('12:34')))
    expect(JSON.stringify(rebase({ ...saved, audience: 'x' }, saved, saved))).toBe(
      JSON.stringify({ ...saved, audience: 'x' }),
    )
  })
})

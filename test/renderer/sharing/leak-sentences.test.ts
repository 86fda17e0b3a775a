import { describe, expect, it } from 'vitest'
import { placeInWords, whereToTakeOut } from '../../../renderer/features/sharing/export/leak-sentences.ts'

describe('a place where something was found', () => {
  it.each([
    ['apiCalls.2.headers.0.value', 'Saved call 3 › header 1 › value'],
    ['headers.0.value', 'Header 1 › value'],
    ['apiCalls.0.query.1.value', 'Saved call 1 › parameter 2 › value'],
    ['apiCalls.0.body.fields.0.value', 'Saved call 1 › body › field 1 › value'],
    ['accepted.1.reason', 'Accepted finding 2 › reason'],
    ['notes', 'Notes'],
    ['token_endpoint', 'token_endpoint'],
    ['network.proxy.url', 'network › proxy › url'],
    ['0', '0'],
  ])('%s is reported in words, and wire names stay', (place, words) => {
    expect(placeInWords(place)).toBe(words)
  })

  it('leads to the tab where it can be taken out', () => {
    const tabs = ['apiCalls.0.url', 'accepted.1.reason', 'notes'].map((place) => whereToTakeOut(place)[0])
    expect(tabs).toEqual(['api-calls', 'review', 'configure'])
  })
})

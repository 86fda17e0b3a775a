import { describe, expect, test } from 'vitest'
import { commitChips, typeChips, typedProblem } from '../../../renderer/features/environments/chips.ts'
import { resourceRules, scopeRules } from '../../../renderer/features/environments/request/scope-rules.ts'

const none = { chips: [], typed: '' }

describe('scopes as they are typed', () => {
  test('what is wrong does not become a chip, and stays to be mended', () => {
    expect(typeChips(none, 'api:"read" api:write ', scopeRules)).toEqual({ chips: ['api:write'], typed: 'api:"read" ' })
    expect(commitChips({ chips: [], typed: 'api:"read"' }, scopeRules)).toEqual({ chips: [], typed: 'api:"read"' })
    expect(typedProblem({ chips: [], typed: 'ok api:"read"' }, scopeRules)).toMatch('visible ASCII characters')
  })

  test('a scope that is there already is not added again', () => {
    expect(commitChips({ chips: ['a'], typed: 'a b a' }, scopeRules)).toEqual({ chips: ['a', 'b'], typed: '' })
  })

  test('a space or a comma makes a chip of what is before it, and the rest stays text', () => {
    expect(typeChips(none, 'api:read', scopeRules)).toEqual({ chips: [], typed: 'api:read' })
    expect(typeChips(none, 'api:read ', scopeRules)).toEqual({ chips: ['api:read'], typed: '' })
    expect(typeChips(none, 'api:read,api:wr', scopeRules)).toEqual({ chips: ['api:read'], typed: 'api:wr' })
    expect(typeChips(none, 'a\tb\nc  ', scopeRules)).toEqual({ chips: ['a', 'b', 'c'], typed: '' })
  })

  test('leaving the field makes chips of all that is typed', () => {
    expect(commitChips({ chips: ['a'], typed: ' b  c' }, scopeRules)).toEqual({ chips: ['a', 'b', 'c'], typed: '' })
    expect(typedProblem({ chips: ['a'], typed: '' }, scopeRules)).toBeNull()
  })
})

describe('resources as they are typed', () => {
  test('text that is no URI stays as it was typed', () => {
    expect(typeChips(none, 'not a uri', resourceRules)).toEqual({ chips: [], typed: 'not a uri' })
    expect(commitChips({ chips: [], typed: 'not a uri' }, resourceRules)).toEqual({ chips: [], typed: 'not a uri' })
    expect(typedProblem({ chips: [], typed: 'not a uri' }, resourceRules)).toMatch('absolute URI without fragment')
  })

  test('a comma is a part of a URI', () => {
    expect(typeChips(none, 'https://api.example/a,b ', resourceRules).chips).toEqual(['https://api.example/a,b'])
  })
})

import { describe, expect, it } from 'vitest'
import type { FoundSecret } from '../../../electron/contract/sharing.ts'
import { placeText, secretsFound, takenSecrets } from '../../../renderer/features/sharing/import/secrets-found.ts'
import { importItem } from './import-item.ts'

const found = (change: Partial<FoundSecret>): FoundSecret => ({
  name: 'secret_variables',
  variable: 'key',
  of: 'header',
  place: 'X-Api-Key',
  call: 'Export',
  likely: false,
  ...change,
})

describe('the secrets of a file', () => {
  it('are those that are needed, and then those that come along', () => {
    const items = [
      importItem({ id: 'a', carried: ['client_secret'] }),
      importItem({ id: 'b', missing: ['proxy_password'] }),
    ]
    expect(secretsFound(items, []).map(({ environments, name, state }) => [environments, name, state])).toEqual([
      [['b'], 'proxy_password', 'needed'],
      [['a'], 'client_secret', 'in_file'],
    ])
  })

  it('are each there once: secret variables by their names, wherever they were', () => {
    const places = [
      found({}),
      found({ call: 'Balance' }),
      found({ name: 'client_secret', variable: '', of: 'settings' }),
    ]
    const item = importItem({ id: 'a', carried: ['client_secret', 'secret_variables'], found: places })
    expect(secretsFound([item], []).map(({ name, variable }) => [name, variable])).toEqual([
      ['client_secret', ''],
      ['secret_variables', 'key'],
    ])
  })

  it('are one for all environments where a secret variable was at the same place, and are left out of all of them', () => {
    const items = [
      importItem({ id: 'a', found: [found({}), found({ variable: 'pin', of: 'variable', place: 'pin', call: '' })] }),
      importItem({ id: 'b', found: [found({}), found({ variable: 'pin', of: 'variable', place: 'pin', call: '' })] }),
      importItem({ id: 'c', found: [found({ call: 'Other' })], missingVariables: ['pin'] }),
    ]
    expect(
      secretsFound(items, []).map(({ variable, secrets }) => [variable, secrets.map((one) => one.environmentId)]),
    ).toEqual([
      ['pin', ['c']],
      ['key', ['a', 'b']],
      ['pin', ['a', 'b']],
      ['key', ['c']],
    ])
  })

  it('are still there when they are left out, so that they can be taken again', () => {
    const item = importItem({
      id: 'a',
      missing: ['client_secret'],
      missingVariables: ['key'],
      found: [found({}), found({ name: 'client_secret', variable: '', of: 'settings' })],
    })
    expect(secretsFound([item], []).map(({ state }) => state)).toEqual(['in_file', 'in_file'])
    const own = importItem({ id: 'a', missing: ['client_secret'] })
    const leftOut = [{ environmentId: 'a', name: 'client_secret', variable: '' }] as const
    expect(secretsFound([own], leftOut).map(({ state }) => state)).toEqual(['in_file'])
  })

  it('that only look like secrets come before those that are', () => {
    const items = [importItem({ found: [found({ variable: 'sure' }), found({ variable: 'maybe', likely: true })] })]
    expect(secretsFound(items, []).map(({ variable }) => variable)).toEqual(['maybe', 'sure'])
  })
})

describe('the secrets that an environment would get', () => {
  it('are counted one by one, without those that are left out or needed', () => {
    const places = [
      found({}),
      found({ variable: 'pin' }),
      found({ name: 'client_secret', variable: '', of: 'settings' }),
    ]
    const item = importItem({
      id: 'a',
      carried: ['client_secret', 'secret_variables'],
      found: places,
      missing: ['proxy_password'],
    })
    expect(takenSecrets(item, [])).toBe(3)
    expect(takenSecrets(item, [{ environmentId: 'a', name: 'secret_variables', variable: 'pin' }])).toBe(2)
    expect(takenSecrets(importItem({ found: places }), [])).toBe(0)
  })
})

describe('where a secret was', () => {
  it('is said with its call, and how often', () => {
    expect(placeText([])).toBe('')
    expect(placeText([found({})])).toBe('Header X-Api-Key of “Export”')
    expect(placeText([found({ of: 'variable', place: 'password', call: '' }), found({})])).toBe(
      'Variable password and 1 more',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { outlookOf } from '../../../renderer/features/sharing/import/outlook.ts'
import { secretsFound } from '../../../renderer/features/sharing/import/secrets-found.ts'
import { importItem } from './import-item.ts'

describe('what an import would do', () => {
  it('is nothing for an empty file, and for one whose conflicts are kept as they are', () => {
    expect(outlookOf([], {}).title).toBe('The file holds no environment')
    const conflict = importItem({ id: 'a', status: 'same_id' })
    expect(outlookOf([conflict], {})).toMatchObject({ title: 'Nothing would change' })
    expect(outlookOf([conflict], {}).reason).toContain('1 conflict.')
  })

  it('counts what is added and what is replaced, as chosen', () => {
    const items = [
      importItem({ id: 'a' }),
      importItem({ id: 'b', status: 'same_id' }),
      importItem({ id: 'c', status: 'same_name' }),
      importItem({ id: 'd', status: 'unchanged' }),
    ]
    expect(outlookOf(items, { b: 'replace', c: 'both' })).toEqual({
      title: '2 environments will be added, 1 environment will be replaced',
      reason: 'Nothing has changed yet. 2 conflicts. The whole import can be undone in one step.',
    })
  })
})

describe('the secrets of a file', () => {
  it('are those that are needed, and then those that come along', () => {
    const items = [
      importItem({ id: 'a', carried: ['client_secret'] }),
      importItem({ id: 'b', missing: ['proxy_password'] }),
    ]
    expect(secretsFound(items).map(({ environment, name, isNeeded }) => [environment, name, isNeeded])).toEqual([
      ['b', 'proxy_password', true],
      ['a', 'client_secret', false],
    ])
  })
})

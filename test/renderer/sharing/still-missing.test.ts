import { describe, expect, it } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { secretNameSchema, type SecretState, secretStatesSchema } from '../../../electron/contract/secret.ts'
import { stillMissing } from '../../../renderer/features/sharing/import/still-missing.ts'
import { importItem } from './import-item.ts'

const environment = (id: string, name: string, clientSecret: SecretState['kind']) => {
  const state = (kind: SecretState['kind']) => ({ kind, setAt: null, replacing: false })
  const secrets = secretStatesSchema.parse(
    Object.fromEntries(secretNameSchema.options.map((each) => [each, state('none')])),
  )
  return { ...newEnvironment, id, name, builtIn: false, secrets: { ...secrets, client_secret: state(clientSecret) } }
}
const item = importItem({ id: 'a', name: 'A', missing: ['client_secret'] })
const missing = (...given: Parameters<typeof stillMissing>) =>
  stillMissing(...given).map(({ environment: { id }, names }) => [id, names])

describe('secrets that an import still needs', () => {
  it('are those of what was imported, and of nothing else', () => {
    const environments = [environment('a', 'A', 'none'), environment('b', 'B', 'none')]
    expect(missing([item], ['a'], environments)).toEqual([['a', ['client_secret']]])
    expect(missing([item], [], environments)).toEqual([])
  })

  it('are needed no longer once they are there', () => {
    expect(missing([item], ['a'], [environment('a', 'A', 'stored')])).toEqual([])
  })

  it('are found for one that replaced another by name', () => {
    const met = { ...item, existing: { id: 'here', name: 'A' } }
    expect(missing([met], ['here'], [environment('here', 'A', 'none')])).toEqual([['here', ['client_secret']]])
  })

  it('are those of the original for one that is beside it', () => {
    const met = { ...item, missing: [], existing: { id: 'a', name: 'A' } }
    const environments = [environment('a', 'A', 'stored'), environment('copy', 'A (imported)', 'none')]
    expect(missing([met], ['copy'], environments)).toEqual([['copy', ['client_secret']]])
  })
})

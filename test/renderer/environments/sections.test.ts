import { expect, test } from 'vitest'
import { sectionOf } from '../../../renderer/features/environments/sections.ts'

test('each field has the tab that it is in, secrets and their sources too', () => {
  expect(sectionOf('client_secret')).toBe('server')
  expect(sectionOf('scope')).toBe('server')
  expect(sectionOf('secretSources.proxy_password.path')).toBe('network')
  expect(sectionOf('network.timeLimits.connect')).toBe('network')
  expect(sectionOf('parameters.0.name')).toBe('request')
  expect(sectionOf('folder')).toBe('notes')
  expect(sectionOf('notes')).toBe('notes')
  expect(sectionOf('elsewhere')).toBeNull()
})

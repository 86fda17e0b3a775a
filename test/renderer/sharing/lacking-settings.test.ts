import { expect, it } from 'vitest'
import { lackingSettings } from '../../../renderer/features/sharing/import/lacking-settings.ts'
import { importItem } from './import-item.ts'

it('an environment lacks the settings without which no token is requested, and no other', () => {
  const { settings } = importItem({})
  expect(lackingSettings({ settings })).toEqual(['token_endpoint', 'client_id'])
  expect(lackingSettings({ settings: { ...settings, token_endpoint: 'https://as.example/token' } })).toEqual([
    'client_id',
  ])
  const whole = { ...settings, token_endpoint: 'https://as.example/token', client_id: 'me' }
  expect(lackingSettings({ settings: whole })).toEqual([])
})

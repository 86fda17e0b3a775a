import { describe, expect, it } from 'vitest'
import { receiversOf } from '../../../renderer/features/sharing/import/receivers.ts'
import { importItem } from './import-item.ts'

const receiver = (origin: string, known: boolean, secret = 'client_secret') => ({
  kind: 'server' as const,
  secret,
  source: 'stored in the workspace',
  origin,
  known,
})

describe('servers that would receive a secret', () => {
  it('are none where no secret goes anywhere', () => {
    expect(receiversOf([importItem({})])).toEqual([])
  })

  it('come once each, the new ones first, with every environment that would send', () => {
    const items = [
      importItem({ id: 'a', receivers: [receiver('https://a.example', true), receiver('https://z.example', false)] }),
      importItem({ id: 'b', receivers: [receiver('https://a.example', true)] }),
    ]
    expect(receiversOf(items)).toEqual([
      {
        kind: 'server',
        origin: 'https://z.example',
        known: false,
        secrets: [{ secret: 'Client secret', source: '', environments: ['a'] }],
      },
      {
        kind: 'server',
        origin: 'https://a.example',
        known: true,
        secrets: [{ secret: 'Client secret', source: '', environments: ['a', 'b'] }],
      },
    ])
  })

  it('say where a secret comes from unless it is stored here, or a token of the environment', () => {
    const receivers = [
      { ...receiver('https://a.example', false, 'access_token'), source: 'the token endpoint' },
      { ...receiver('https://a.example', false), source: 'environment variable SECRET' },
    ]
    expect(receiversOf([importItem({ receivers })])[0]?.secrets.map(({ secret, source }) => [secret, source])).toEqual([
      ['Access token', ''],
      ['Client secret', 'environment variable SECRET'],
    ])
  })

  it('receive what belongs to the environment that calls are added to', () => {
    const item = importItem({
      kind: 'calls',
      name: 'calls.http',
      existing: { id: 'shop', name: 'Shop' },
      receivers: [receiver('https://a.example', false, 'access_token')],
    })
    expect(receiversOf([item])[0]?.secrets[0]?.environments).toEqual(['Shop'])
  })

  it('are new when one secret of several would go there for the first time', () => {
    const receivers = [receiver('https://a.example', true), receiver('https://a.example', false, 'proxy_password')]
    expect(receiversOf([importItem({ receivers })])[0]?.known).toBe(false)
  })

  it('are shown with a secret that has no name here as the file has it', () => {
    const receivers = [receiver('https://a.example', false, 'an Azure access token')]
    expect(receiversOf([importItem({ receivers })])[0]?.secrets[0]?.secret).toBe('an Azure access token')
  })
})

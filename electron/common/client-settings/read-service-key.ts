import { withoutEnding } from '../without-ending.ts'
import type { ReadSettings } from './client-settings.ts'
import { jsonObjects } from './json-texts.ts'
import { plainAddress } from './request-endpoint.ts'

/** A service key of Cloud Foundry's UAA (SAP's XSUAA), which has the address of the server, and no token endpoint. */
export function readServiceKey(json: unknown): ReadSettings | undefined {
  const key = jsonObjects(json).find(
    (object) => typeof object['clientid'] === 'string' && /^https?:\/\//i.test(textOf(object['url'])),
  )
  if (key === undefined) return undefined
  const secret = textOf(key['clientsecret'])
  return {
    fields: {
      client_id: textOf(key['clientid']),
      token_endpoint: `${withoutEnding(plainAddress(textOf(key['url'])), '/')}/oauth/token`,
    },
    secrets: secret === '' ? {} : { client_secret: secret },
    provider: null,
    notes: [],
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

import type { ReadSettings } from '../../../../common/client-settings/client-settings.ts'
import { isJsonObject } from '../../../../common/client-settings/json-texts.ts'

/**
 * The settings of an application of Box. Its clients request tokens for the enterprise.
 * @see https://developer.box.com/guides/authentication/client-credentials
 */
export function boxKey(value: unknown): ReadSettings | undefined {
  const settings = isJsonObject(value) ? value['boxAppSettings'] : undefined
  if (!isJsonObject(value) || !isJsonObject(settings)) return undefined
  const text = (one: unknown): string => (typeof one === 'string' ? one.trim() : '')
  const secret = text(settings['clientSecret'])
  const enterprise = text(value['enterpriseID'])
  const parameters = [
    { name: 'box_subject_type', value: 'enterprise' },
    { name: 'box_subject_id', value: enterprise },
  ]
  return {
    fields: {
      token_endpoint: 'https://api.box.com/oauth2/token',
      client_id: text(settings['clientID']),
      token_endpoint_auth_method: 'client_secret_post',
      ...(enterprise === '' || enterprise === '0' ? {} : { parameters }),
    },
    secrets: secret === '' ? {} : { client_secret: secret },
    provider: null,
    notes: [],
  }
}

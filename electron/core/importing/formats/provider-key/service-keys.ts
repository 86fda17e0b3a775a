import type { ReadSettings } from '../../../../common/client-settings/client-settings.ts'
import type { JsonObjectLike } from '../../../../common/client-settings/json-texts.ts'
import { plainAddress } from '../../../../common/client-settings/request-endpoint.ts'
import { withoutEnding } from '../../../../common/without-ending.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Whether an object is a key of Cloud Foundry's UAA (SAP's XSUAA and IAS), which has the address of the server. */
export const isServiceKey = (key: JsonObjectLike): boolean =>
  textOf(key['clientid']) !== '' && (isAddress(key['url']) || isAddress(key['certurl']))

const isAddress = (value: unknown): boolean => /^https?:\/\//i.test(textOf(value))

/** A key with a certificate has an address of its own for it. IAS has its endpoint at another path than XSUAA. */
export function readServiceKeyOf(key: JsonObjectLike): ReadSettings {
  const secret = textOf(key['clientsecret'])
  const isOfCertificate = secret === '' && textOf(key['certificate']) !== ''
  const privateKey = isOfCertificate ? textOf(key['key']) : ''
  const base = withoutEnding(plainAddress((isOfCertificate && textOf(key['certurl'])) || textOf(key['url'])), '/')
  const isIas = /\.accounts(?:400)?\.(?:ondemand\.com|cloud\.sap)$/i.test(base)
  return {
    fields: {
      client_id: textOf(key['clientid']),
      token_endpoint: `${base}${isIas ? '/oauth2/token' : '/oauth/token'}`,
      ...(isOfCertificate
        ? {
            token_endpoint_auth_method: 'tls_client_auth',
            clientCertificate: { certificate: textOf(key['certificate']) },
          }
        : {}),
    },
    secrets: {
      ...(secret === '' ? {} : { client_secret: secret }),
      ...(privateKey === '' ? {} : { client_certificate_key: privateKey }),
    },
    provider: null,
    notes: [],
  }
}

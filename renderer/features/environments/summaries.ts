import type { FormValues } from './form-values.ts'
import type { SectionName } from './sections.ts'

/** What a section holds, in a few words, for when it is closed. */
export function summaryOf(name: SectionName, values: FormValues): string {
  switch (name) {
    case 'server':
      return values.token_endpoint || 'no token endpoint'
    case 'client':
      return [values.client_id || 'no client ID', values.token_endpoint_auth_method].join(' · ')
    case 'request':
      return said(
        [values.scope.chips.join(' '), true],
        [`audience ${values.audience}`, values.audience !== ''],
        [`resource ${values.resource.chips.join(' ')}`, values.resource.chips.length > 0],
        [counted(values.parameters.length, 'extra parameter'), values.parameters.length > 0],
        [counted(values.headers.length, 'extra header'), values.headers.length > 0],
        ['JSON body', values.tokenBodyFormat === 'json'],
      )
    case 'tokens':
      return said(
        [values.dpop.enabled ? `DPoP (${values.dpop.alg})` : 'Bearer, no DPoP', true],
        [`renewed ${values.renewBefore} s before expiry`, true],
      )
    case 'network': {
      const { proxy, ca, caFile, clientCertificate, acceptedCertificate } = values.network
      const proxies = { system: 'proxy as the system says', explicit: `proxy ${proxy.url}`, none: 'no proxy' }
      return said(
        [proxies[proxy.mode], true],
        ['own authorities', ca !== '' || caFile !== ''],
        ['client certificate', clientCertificate.certificate !== '' || clientCertificate.certificateFile !== ''],
        ['one certificate accepted by its fingerprint', acceptedCertificate !== ''],
      )
    }
    case 'preview':
      return 'the token request as it would be sent'
  }
}

function said(...parts: readonly (readonly [text: string, when: boolean])[]): string {
  return parts.flatMap(([text, when]) => (when && text !== '' ? [text] : [])).join(' · ')
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

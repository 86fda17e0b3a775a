import { readProxyAddress } from '../../../../common/client-settings/proxy-address.ts'
import { hostOf } from '../../../../common/host-of.ts'
import type { EnvironmentInput } from '../../../../contract/environment.ts'

/** bruno.json: the name, the proxy and the client certificate. Passphrase and password are left to be typed. */
export function manifestText({ name, network, token_endpoint }: EnvironmentInput): string {
  const manifest = {
    version: '1',
    name,
    type: 'collection',
    ignore: ['node_modules', '.git'],
    ...(network.proxy.mode === 'system' ? {} : { proxy: proxyOf(network.proxy) }),
    ...(network.clientCertificate.certificateFile === ''
      ? {}
      : {
          clientCertificates: {
            enabled: true,
            certs: [certificateOf(network.clientCertificate, hostOf(token_endpoint))],
          },
        }),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

function proxyOf({ mode, url, username, bypass }: EnvironmentInput['network']['proxy']): object {
  const { scheme, host } = readProxyAddress(url, 'http')
  const [, hostname = '', port = ''] = /^(.*?)(?::(\d+))?$/.exec(host) ?? []
  return {
    inherit: false,
    ...(mode === 'none' ? { disabled: true } : {}),
    config: {
      protocol: scheme,
      hostname,
      port: port === '' ? '' : Number(port),
      auth: { username, password: '', ...(username === '' ? { disabled: true } : {}) },
      bypassProxy: bypass,
    },
  }
}

type ClientCertificate = EnvironmentInput['network']['clientCertificate']

function certificateOf({ certificateFile, keyFile }: ClientCertificate, domain: string): object {
  return keyFile === ''
    ? { domain, type: 'pfx', pfxFilePath: certificateFile, passphrase: '' }
    : { domain, type: 'cert', certFilePath: certificateFile, keyFilePath: keyFile, passphrase: '' }
}

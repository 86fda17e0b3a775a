import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import type { NetworkPolicy } from '../../../electron/contract/network-policy.ts'
import { curlNetwork } from '../../../electron/core/curl/curl-network.ts'
import { curlCommand, curlOfExchange } from '../../../electron/core/curl/curl.ts'
import { mark } from '../../../electron/common/mask-token.ts'
import type { HttpRequest, Proxy } from '../../../electron/core/http/transcript.ts'
import { exchange } from '../evidence/exchange.ts'

const policy: NetworkPolicy = {
  proxy: { mode: 'none', url: '', username: '', bypass: '' },
  ca: '',
  caFile: '',
  clientCertificate: { certificate: '', certificateFile: '', keyFile: '' },
  timeLimits: { connect: 1000, firstByte: 1000, total: 1000 },
  acceptedCertificate: '',
}
const request: HttpRequest = {
  method: 'POST',
  url: 'https://server.example/token',
  headers: [
    ['Host', 'server.example'],
    ['Content-Length', '3'],
    ['Origin', 'https://page.example'],
    ['Accept', 'application/json'],
  ],
  body: new TextEncoder().encode('a=b'),
}
const command = (change: Partial<NetworkPolicy> = {}, proxy: Proxy | null = null) =>
  curlCommand(request, curlNetwork({ ...policy, ...change }, proxy))

describe('a curl command', () => {
  it('says the request, and what curl would add by itself it leaves out', () => {
    expect(command()).toBe(`curl --http1.1 --path-as-is --globoff --compressed \\
  --request POST \\
  --noproxy '*' \\
  --header 'Accept: application/json' \\
  --header User-Agent: \\
  --header Content-Type: \\
  --header Expect: \\
  --data-binary a=b \\
  https://server.example/token
`)
  })

  it('never switches the verification of certificates off', () => {
    const accepting = command({ acceptedCertificate: Array(32).fill('AB').join(':') })
    expect(accepting).not.toMatch(/--insecure| -k\b/)
    expect(accepting).toMatch(/^# This environment accepts one certificate/)
  })

  it('names the files that it expects when certificates are in memory only', () => {
    const text = command({
      ca: '-----BEGIN CERTIFICATE-----',
      clientCertificate: { certificate: '-----BEGIN CERTIFICATE-----', certificateFile: '', keyFile: '' },
    })
    expect(text).toContain('# Expects ca.pem')
    expect(text).toContain('# Expects client-key.pem')
    expect(text).toContain('--cacert ca.pem')
    expect(text).toContain('--cert client-certificate.pem')
    expect(text).toContain('--key client-key.pem')
  })

  it('takes certificates from their files, in the home folder too, and a PFX as what it is', () => {
    const text = command({
      caFile: '~/my ca.pem',
      clientCertificate: { certificate: '', certificateFile: 'C:\\certs\\me.PFX', keyFile: '' },
    })
    expect(text).toContain(`--cacert "$HOME"/'my ca.pem'`)
    expect(text).toContain(`--cert-type P12 \\\n  --cert 'C\\:\\\\certs\\\\me.PFX'`)
    expect(text).not.toContain('--key')
    expect(text).not.toContain('#')
  })

  it('holds no control character of a path, which a terminal would act on when it is pasted', () => {
    const text = command({
      caFile: '~/a\u001B[201~b',
      clientCertificate: { ...policy.clientCertificate, certificateFile: '/\u009Bc' },
    })
    expect(text).not.toMatch(/[^\P{Cc}\n]/u)
    expect(text).toContain(`--cacert "$HOME"/"$(printf 'a\\033[201~b')"`)
  })

  it.each([
    ['http', 'http://10.0.0.1:3128'],
    ['https', 'https://10.0.0.1:3128'],
    ['socks4', 'socks4a://10.0.0.1:3128'],
    ['socks5', 'socks5h://10.0.0.1:3128'],
  ] as const)('goes through a proxy of the kind %s', (protocol, url) => {
    const proxy = { protocol, host: '10.0.0.1', port: 3128, username: '', password: '' }
    expect(command({}, proxy)).toContain(`--proxy ${url} `)
  })

  it('writes the address of an IPv6 proxy in brackets and its credentials percent-encoded', () => {
    const proxy = { protocol: 'http', host: '::1', port: 3128, username: 'a:b', password: '@' } as const
    expect(command({}, proxy)).toContain(`--proxy 'http://a%3Ab:%40@[::1]:3128'`)
  })
})

describe('a curl command of an exchange', () => {
  const masked: Exchange = {
    ...exchange,
    request: {
      ...exchange.request,
      headers: [
        ['Authorization', `Basic ${mark}`],
        ['DPoP', 'eyJ0eX… (400 characters)'],
        ['X-Plain', 'yes'],
      ],
      body: { text: `client_secret=${mark}`, encoding: 'utf-8', wireBytes: 40, decodedBytes: 40, truncated: false },
      clientAuthentication: {
        method: 'client_secret_basic',
        basicEncoding: 'form',
        client_id: 'orders; rm -rf "$HOME"\n`id`',
      },
    },
  }

  it('says what is masked, and that it has to be put back', () => {
    const [first] = curlOfExchange(masked).split('\n')
    expect(first).toBe('# Masked: Authorization, DPoP, body. Put the real values in before you run this.')
  })

  it('keeps comments to their line, no matter what is in them', () => {
    expect(curlOfExchange(masked).split('\n')[1]).toBe(
      '# Authenticates as orders_ rm -rf __HOME___id_ by client_secret_basic.',
    )
  })

  it('leaves names to the SOCKS proxy that it went through', () => {
    const connection = { ...exchange.connection, reused: false, remoteAddress: null, remotePort: null }
    const local = { localAddress: null, localPort: null, proxy: 'socks5://10.0.0.1:1080' }
    expect(curlOfExchange({ ...exchange, connection: { ...connection, ...local } })).toContain(
      '--proxy socks5h://10.0.0.1:1080 ',
    )
  })

  it('holds no control character of the URL, which a terminal would act on when it is pasted', () => {
    const url = 'https://as.example/\u001B[201~token'
    const text = curlOfExchange({ ...exchange, request: { ...exchange.request, url } })
    expect(text).not.toMatch(/[^\P{Cc}\n]/u)
    expect(text).toContain(`"$(printf 'https://as.example/\\033[201~token')"`)
  })

  it('has no comment when nothing is missing', () => {
    expect(curlOfExchange(exchange)).toMatch(/^curl /)
  })

  it('asks for the client certificate and for the one that the server is trusted by', () => {
    const tls = { protocol: null, cipher: null, alpn: null, trusted: false, problem: null, chain: [] }
    const clientCertificate = { subject: 'CN=me', fingerprint256: 'AB' }
    const text = curlOfExchange({ ...exchange, tls: { ...tls, accepted: true, clientCertificate } })
    expect(text).toContain('# Add --cert and --key for CN=me.')
    expect(text).toContain('give it to curl by --cacert')
  })
})

import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Authority, makeAuthority } from './transport-authority.ts'
import { proxyAt, socksProxy } from './transport-proxies.ts'
import { closing, get, over, post, text, through } from './transport-requests.ts'
import { answering, listen, secureServer } from './transport-servers.ts'
import { sentenceOf } from './failure-sentence.ts'

const { keep, newTransport } = closing()
const target = 'https://as.example.invalid/token'

let authority: Authority
let secure: Awaited<ReturnType<typeof secureServer>>
beforeAll(async () => {
  authority = await makeAuthority()
  secure = await secureServer(await authority.issue('IP:127.0.0.1,DNS:as.example.invalid'))
})
afterAll(() => Promise.all([authority.remove(), secure.close()]))

const named = () => `https://as.example.invalid:${secure.port}/`

describe('a SOCKS proxy', () => {
  it('is given the name of the target, not its address', async () => {
    const proxy = keep(await socksProxy(0))
    const network = through(proxyAt('socks5', proxy.port), { ca: [authority.ca] })
    const { failure, response } = await newTransport()(get(named()), over(network))
    expect(failure).toBeNull()
    expect(text(response?.body)).toBe('hello')
    expect(proxy.asked()).toEqual([`name as.example.invalid:${secure.port}`])
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 200])('that refuses with reply %i is named', async (reply) => {
    const proxy = keep(await socksProxy(reply))
    const { failure } = await newTransport()(post(target), over(through(proxyAt('socks5', proxy.port))))
    expect(failure).toMatchObject({ code: 'proxy_refused', phase: 'proxy', host: '127.0.0.1', port: proxy.port })
    expect(sentenceOf(failure)).toMatch(/The proxy refused the connection\.$/)
    expect(proxy.asked()).toEqual(['name as.example.invalid:443'])
  })

  it.each([
    ['socks4', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['socks5', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ] as const)('that is none (%s) is named', async (protocol, answer) => {
    const proxy = keep(await answering(answer))
    const { failure } = await newTransport()(post(target), over(through(proxyAt(protocol, proxy.port))))
    expect(failure).toMatchObject({ code: 'proxy_refused', phase: 'proxy', port: proxy.port })
    expect(sentenceOf(failure)).not.toContain('undefined')
  })

  it('that accepts no way to authenticate is said to want credentials', async () => {
    const proxy = keep(await answering(Buffer.from([5, 255])))
    const { failure } = await newTransport()(post(target), over(through(proxyAt('socks5', proxy.port))))
    expect(failure).toMatchObject({ code: 'proxy_authentication', phase: 'proxy', port: proxy.port })
  })
})

describe('SOCKS', () => {
  /** A proxy of SOCKS 4 that notes who asks for what, and grants it. */
  async function granting(asked: string[]) {
    return keep(
      await listen((client) => {
        client.once('data', (data) => {
          const [user = '', name = ''] = data.subarray(8).toString().split('\0')
          asked.push(`${user} ${name === '' ? data.subarray(4, 8).join('.') : name}`)
          const onward = connect(data.readUInt16BE(2), '127.0.0.1', () => {
            client.write(Buffer.from([0, 90, 0, 0, 0, 0, 0, 0]))
            client.pipe(onward).pipe(client)
          })
          client.once('close', () => onward.destroy())
        })
      }),
    )
  }

  it('4 carries names (4a), addresses and the user, and then the request', async () => {
    const plain = keep(await answering('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'))
    const asked: string[] = []
    const { port } = await granting(asked)
    for (const host of ['as.example.invalid', '127.0.0.1']) {
      const network = through(proxyAt('socks4', port, 'anna', ''))
      const { failure, response } = await newTransport()(get(`http://${host}:${plain.port}/`), over(network))
      expect([failure, text(response?.body)]).toEqual([null, 'hello'])
    }
    expect(asked).toEqual(['anna as.example.invalid', 'anna 127.0.0.1'])
    expect(plain.received()).toMatch(/^GET \/ HTTP/)
  })

  it.each([
    [91, 'proxy_refused'],
    [93, 'proxy_authentication'],
  ])('4 that answers %i is %s', async (answer, code) => {
    const { port } = keep(await answering(Buffer.from([0, answer, 0, 0, 0, 0, 0, 0])))
    const { failure } = await newTransport()(get(target), over(through(proxyAt('socks4', port))))
    expect(failure).toMatchObject({ code, phase: 'proxy', port })
  })

  it('has no room for more than 255 bytes, and says so', async () => {
    const { port, received } = keep(await listen(() => {}))
    const network = through(proxyAt('socks5', port, 'a'.repeat(256), 'b'))
    const { failure } = await newTransport()(get(target), over(network))
    expect(failure).toMatchObject({ code: 'socks_too_long', phase: 'proxy' })
    expect(sentenceOf(failure)).toContain('255 bytes')
    expect(received()).toBe('')
  })
})

import { Buffer } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Headers } from '../../electron/contract/exchange.ts'
import type { CurlNetwork } from '../../electron/core/curl/curl-network.ts'
import { curlCommand } from '../../electron/core/curl/curl.ts'
import type { HttpRequest } from '../../electron/core/http/transcript.ts'
import { because } from '../support/skipped.ts'
import { makeAuthority } from './transport-authority.ts'
import { type Recorder, recorder, run, type Shell, shells } from './curl-recorder.ts'

const direct: CurlNetwork = { proxy: null, caFile: null, clientCertificate: null, notes: [] }
const nasty = `it's "quoted" $HOME $(id) \`id\` !! !id \\ \\n %s %d %% @file ~ # é ü 漢 🙂 & ; | < > * ? [a-z] {1,2}`
const missing = spawnSync('curl', ['--version']).status === 0 ? null : 'There is no curl here.'

/** Set by the connection; curl makes its own. */
const ofConnection = new Set(['host', 'connection', 'accept-encoding', 'content-length'])
const own = (headers: Headers) => headers.filter(([name]) => !ofConnection.has(name.toLowerCase()))

describe.skipIf(missing !== null)(`a curl command that is run${because(missing)}`, () => {
  let server: Recorder
  beforeAll(async () => {
    server = await recorder()
  })
  afterAll(() => server.close())

  const request = (change: Partial<HttpRequest>): HttpRequest => ({
    method: 'POST',
    url: `${server.url}/token`,
    headers: [],
    body: null,
    ...change,
  })

  /** What arrived, in the terms of the request, when a shell ran the command of it. */
  async function sentBy(shell: Shell, asked: HttpRequest): Promise<unknown> {
    const { output, errors } = await run(shell, curlCommand(asked, direct))
    const [sent, ...more] = server.take()
    if (sent === undefined || more.length > 0 || !output.includes('answered')) return errors
    return { ...sent, headers: own(sent.headers), body: sent.body.toString('latin1') }
  }

  const wanted = ({ method, url, headers, body }: HttpRequest) => {
    const { href, origin } = new URL(url)
    // A question mark with nothing behind it is sent, though `search` is empty then.
    return {
      method,
      path: href.slice(origin.length),
      headers: own(headers),
      body: Buffer.from(body ?? []).toString('latin1'),
    }
  }

  for (const shell of shells) {
    describe(`in ${shell}`, () => {
      it('sends the credentials of RFC 6749 with every character that shells and encodings act on', async () => {
        const basic = Buffer.from(`${encodeURIComponent(nasty)}:${encodeURIComponent(nasty)}`).toString('base64')
        const form = new URLSearchParams({ grant_type: 'client_credentials', client_secret: nasty }).toString()
        const asked = request({
          url: `${server.url}/a/../token?x=${encodeURIComponent(nasty)}&it's={1,2}[3-4]`,
          headers: [
            ['Authorization', `Basic ${basic}`],
            ['Content-Type', 'application/x-www-form-urlencoded'],
            ['Accept', 'application/json'],
          ],
          body: Buffer.from(form),
        })
        expect(await sentBy(shell, asked)).toEqual(wanted(asked))
      })

      it('sends a file with any name from where it is', async () => {
        const folder = await mkdtemp(path.join(tmpdir(), 'ccx-curl-'))
        const bodyFile = path.join(folder, "it's $HOME `id` !é.bin")
        const bytes = Buffer.from([0, 255, 13, 10])
        await writeFile(bodyFile, bytes)
        const asked = { ...request({ body: bytes, headers: [['Content-Type', 'a/b']] }), bodyFile }
        const sent = await sentBy(shell, asked)
        await rm(folder, { recursive: true })
        expect(sent).toEqual(wanted(asked))
      })

      it('sends what is nasty as it is, in the body and in headers', async () => {
        const asked = request({ body: Buffer.from(nasty), headers: [['X-Api-Key', nasty.slice(0, 55)]] })
        expect(await sentBy(shell, asked)).toEqual(wanted(asked))
      })

      it('sends empty, repeated and Latin-1 headers, and none that curl would add', async () => {
        const asked = request({
          headers: [
            ['X-Empty', ''],
            ['X-Twice', 'one'],
            ['X-Twice', 'two'],
            ['X-Latin', 'caf\xe9 \x85 \x81 \xff!'],
            ['X-Tab', 'a\tb'],
          ],
          body: Buffer.from('{}'),
        })
        expect(await sentBy(shell, asked)).toEqual(wanted(asked))
      })

      it.each([
        ['nothing', null],
        ['an empty body', ''],
        ['what would be the name of a file', '@/etc/hostname'],
        ['lines with an exclamation mark', '{\n  "a": "!!",\r\n\t"b": 1\n}\n\n'],
        ['lines', '{\n  "a": "it\'s"\n}\n'],
        ['an option', '--help'],
        ['every byte', Buffer.from(Array.from({ length: 256 }, (_, index) => index))],
        ['a hyphen and bytes', Buffer.from([0x2d, 0xff, 0x00])],
      ])('sends %s', async (_, body) => {
        const asked = request({ body: body === null ? null : Buffer.from(body) })
        expect(await sentBy(shell, asked)).toEqual(wanted(asked))
      })

      it('sends a GET without body, and none of its dots is resolved', async () => {
        const asked = request({ method: 'GET', url: `${server.url}/a/b?c=/../d` })
        expect(await sentBy(shell, asked)).toEqual(wanted(asked))
      })
    })
  }

  it('sends more than one argument of a program can hold', async () => {
    const asked = request({ body: Buffer.from('x%\\'.repeat(66_667)) })
    expect(await sentBy('dash that reads', asked)).toEqual(wanted(asked))
  })

  it('sends any request at all', async () => {
    const visible = fc.string({ unit: 'binary', maxLength: 60 })
    const latin = fc
      .array(fc.constantFrom(...Array.from(`\t!"$'\\\`%@;:#~ azé\xa0\x85`)), { maxLength: 30 })
      .map((characters) => characters.join('').replace(/^[\t ]+|(?<![\t ])[\t ]+$/g, ''))
    const field = fc.tuple(
      fc
        .string({ unit: fc.constantFrom(...Array.from("!#$%&'*+-.^_`|~aZ9")), minLength: 1, maxLength: 12 })
        .map((name) => `X${name}`),
      latin,
    )
    const requests = fc.record({
      shell: fc.constantFrom(...shells),
      method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
      segments: fc.array(visible.map(encodeURIComponent), { maxLength: 3 }),
      query: visible,
      headers: fc.array(field, { maxLength: 5 }),
      body: fc.oneof(
        fc.constant(null),
        visible.map((text) => Buffer.from(text)),
        fc.constantFrom('@', '!!\n', "'\n", '\\', '%', '\n').map((text) => Buffer.from(text)),
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      ),
    })
    await fc.assert(
      fc.asyncProperty(requests, async ({ shell, method, segments, query, headers, body }) => {
        const url = new URL(`${server.url}/${segments.join('/')}`)
        url.search = query
        const asked = request({ method, url: url.href, headers, body })
        expect(await sentBy(shell, asked)).toEqual(wanted(asked))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('goes through the proxy that is named, with its credentials, no matter what the variables say', async () => {
    const proxy = {
      protocol: 'http',
      host: '127.0.0.1',
      port: server.port,
      username: 'us:er',
      password: "p@ss'%41!",
    } as const
    await run('dash', curlCommand(request({ url: 'http://server.invalid/token' }), { ...direct, proxy }))
    const [sent] = server.take()
    expect(sent?.path).toBe('http://server.invalid/token')
    expect(new Map(sent?.headers).get('Proxy-Authorization')).toBe(
      `Basic ${Buffer.from("us:er:p@ss'%41!").toString('base64')}`,
    )
  })

  it('proves itself with a client certificate, and trusts an authority, at paths with everything in them', async () => {
    const authority = await makeAuthority()
    const home = await mkdtemp(path.join(tmpdir(), 'ccx-curl-'))
    const folder = path.join(home, "it's: a\\b $HOME !")
    await mkdir(folder)
    const [server, client] = [await authority.issue('IP:127.0.0.1'), await authority.issue('DNS:client')]
    await Promise.all([
      writeFile(path.join(folder, 'ca.pem'), authority.ca),
      writeFile(path.join(folder, 'cert.pem'), client.cert),
      writeFile(path.join(folder, 'key.pem'), client.key),
    ])
    const secure = await recorder({ ...server, ca: authority.ca, requestCert: true, rejectUnauthorized: true })
    const files = { certificateFile: path.join(folder, 'cert.pem'), keyFile: path.join(folder, 'key.pem') }
    const network = { ...direct, caFile: path.join(folder, 'ca.pem'), clientCertificate: files }
    const asked = request({ url: `${secure.url}/token` })
    const unknown = await run('dash', curlCommand(asked, { ...network, caFile: null }))
    const anonymous = await run('dash', curlCommand(asked, { ...network, clientCertificate: null }))
    const known = await run('dash', curlCommand(asked, network))
    await secure.close()
    await authority.remove()
    await rm(home, { recursive: true })
    expect(unknown.errors).toContain('certificate')
    expect(anonymous.output).toBe('')
    expect(known.output).toBe('answered')
    expect(secure.take()).toHaveLength(1)
  })
})

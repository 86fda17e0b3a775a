import { describe, expect, it } from 'vitest'
import type { SendOptions } from '../../electron/core/http/transcript.ts'
import { closing, get, options, post } from './transport-requests.ts'
import { answering } from './transport-servers.ts'

const { keep, newTransport } = closing()
const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'

/** Notes the phases of a request, in order. */
function noting() {
  const phases: string[] = []
  const onPhase: NonNullable<SendOptions['onPhase']> = (phase) => phases.push(phase)
  return { phases, onPhase }
}

describe('the phases of an exchange are reported as they begin', () => {
  it('not at all for what is no HTTP URL', async () => {
    const { phases, onPhase } = noting()
    await newTransport()(get('ftp://127.0.0.1/'), options({ onPhase }))
    expect(phases).toEqual([])
  })

  it('up to the end when nothing listens', async () => {
    const { phases, onPhase } = noting()
    const server = await answering(answer)
    await server.close()
    await newTransport()(get(`http://127.0.0.1:${server.port}/`), options({ onPhase }))
    expect(phases).toEqual(['connect', 'done'])
  })

  it('and no more once the request was cancelled', async () => {
    const { phases, onPhase } = noting()
    const server = keep(await answering(''))
    const controller = new AbortController()
    const sending = newTransport()(get(`http://127.0.0.1:${server.port}/`), {
      ...options({ signal: controller.signal }),
      onPhase: (phase) => {
        onPhase(phase)
        if (phase === 'wait') controller.abort()
      },
    })
    expect((await sending).failure?.code).toBe('cancelled')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(phases).toEqual(['connect', 'send', 'wait', 'done'])
  })

  it('from the connection to the answer', async () => {
    const { phases, onPhase } = noting()
    const server = keep(await answering(answer))
    await newTransport()(post(`http://localhost:${server.port}/`), options({ onPhase }))
    expect(phases).toEqual(['dns', 'connect', 'send', 'wait', 'download', 'done'])
  })

  it('without a connection where one is reused', async () => {
    const server = keep(await answering(answer))
    const transport = newTransport()
    const url = `http://127.0.0.1:${server.port}/`
    await transport(get(url), options())
    const { phases, onPhase } = noting()
    await transport(get(url), options({ onPhase }))
    expect(phases).toEqual(['send', 'wait', 'download', 'done'])
  })
})

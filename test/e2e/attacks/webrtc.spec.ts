import { expect, test } from '../../support/shared-app.ts'
import { openDatagramListener, openListener } from './listener.ts'

const ways = ['turn:HOST?transport=tcp', 'turns:HOST?transport=tcp', 'turn:HOST?transport=udp', 'stun:HOST']

for (const way of ways) {
  test(`WebRTC reaches no server on this computer: ${way}`, async ({ window }) => {
    const listener = await openListener()
    const datagrams = await openDatagramListener(listener.port)
    const candidates = await window.evaluate(
      (url) =>
        new Promise<string[]>((resolve) => {
          const gather = async (): Promise<void> => {
            const found: string[] = []
            const server = url.startsWith('stun') ? { urls: url } : { urls: url, username: 'leak', credential: 'leak' }
            const connection = new RTCPeerConnection({ iceServers: [server] })
            connection.addEventListener('icecandidate', ({ candidate }) => {
              if (candidate !== null && candidate.candidate !== '') found.push(candidate.candidate)
            })
            const gathered = new Promise((done) => {
              connection.addEventListener('icegatheringstatechange', () => {
                if (connection.iceGatheringState === 'complete') done(undefined)
              })
              // A server that never answers is waited for much longer than it is connected to.
              setTimeout(done, 5000)
            })
            connection.createDataChannel('leak')
            await connection.setLocalDescription()
            await gathered
            connection.close()
            resolve(found)
          }
          setTimeout(() => void gather())
        }),
      way.replace('HOST', `127.0.0.1:${listener.port}`),
    )
    expect(candidates).toEqual([])
    expect({ connections: listener.connections(), datagrams: datagrams.received() }).toEqual({
      connections: 0,
      datagrams: 0,
    })
    listener.close()
    datagrams.close()
  })
}

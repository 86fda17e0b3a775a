import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { assertNever } from '../../common/assert-never.ts'
import type { Connection, Phase, TransportFailure } from '../../contract/exchange.ts'
import { type BodyEnd, BodyReader } from './body-reader.ts'
import { type ConnectionFacts, factsOf } from './connect.ts'
import { type ConnectingOptions, noteKeepAlive } from './connections.ts'
import { codeOf, failureAfterAsking, failureOf } from './failure.ts'
import { receivedResponse } from './received-response.ts'
import { Timeline } from './timeline.ts'
import type { HttpRequest, SendOptions, Transcript } from './transcript.ts'
import { type FailurePlace, transportFailure } from './transport-failure.ts'

/** In ms: a server that hangs up later than this after a handshake has other reasons than the client certificate. */
const rightAfter = 1000

/** One request on its way, from the first packet to the last. `start` resolves when there is nothing more to hear. */
export class Sending {
  /** The request as it goes out, with its final headers. */
  readonly #request: HttpRequest
  readonly #options: SendOptions
  readonly #wire: ConnectingOptions
  readonly #startedAt: number
  readonly #timeline = new Timeline()
  #client: ClientRequest | null = null
  #response: IncomingMessage | null = null
  #body: BodyReader | null = null
  #facts: ConnectionFacts | null = null
  #totalTimer: NodeJS.Timeout | undefined
  #phaseTimer: NodeJS.Timeout | undefined
  #settled = false
  #resolve: (transcript: Transcript) => void = () => {}

  constructor(request: HttpRequest, options: SendOptions, wire: ConnectingOptions, startedAt: number) {
    this.#request = request
    this.#options = options
    this.#wire = wire
    this.#startedAt = startedAt
  }

  start(): Promise<Transcript> {
    return new Promise((resolve) => {
      this.#resolve = resolve
      const { signal, limits } = this.#options
      if (signal.aborted) {
        this.#cancel()
        return
      }
      signal.addEventListener('abort', this.#cancel)
      this.#totalTimer = setTimeout(() => this.#timeOut('complete_answer', limits.total), limits.total)
      this.#phaseTimer = setTimeout(() => this.#timeOut('connection', limits.connect), limits.connect)
      try {
        this.#open()
      } catch (error) {
        this.#break(error instanceof Error ? error : new Error(String(error)))
      }
    })
  }

  #open(): void {
    const client = (this.#wire.agent instanceof https.Agent ? https : http).request(this.#wire)
    this.#client = client
    // No limit: Node would drop the header fields past the 2,000th without a word.
    client.maxHeadersCount = 0
    client.once('socket', (socket) => {
      this.#timeline.ready = performance.now()
      this.#facts = factsOf(socket)
      this.#enter('send')
      const limit = this.#options.limits.firstByte
      clearTimeout(this.#phaseTimer)
      this.#phaseTimer = setTimeout(() => this.#timeOut('answer', limit), limit)
    })
    client.once('finish', () => {
      this.#timeline.sent = performance.now()
      if (this.#timeline.answered === null) this.#enter('wait')
    })
    client.once('response', (response) => {
      this.#receive(response)
      noteKeepAlive(response.socket, response.headers['keep-alive'])
      const { maxBytes, onBody } = this.#options
      const contentType = response.headers['content-type'] ?? ''
      this.#body = new BodyReader(
        response,
        maxBytes,
        (end) => this.#finish(end),
        (part) => onBody?.(part, contentType),
      )
    })
    // Without this listener Node closes on a 101 with neither 'response' nor 'error'.
    client.once('upgrade', (response, socket) => {
      socket.destroy()
      this.#receive(response)
      this.#settle(transportFailure('malformed_http', this.#where(), { reason: 'switched_protocols' }))
    })
    client.on('error', (error) => this.#break(error))
    client.once('close', () => {
      if (this.#body === null) this.#settle(transportFailure('reset', this.#where(), { at: 'no_answer' }))
    })
    client.end(this.#request.body ?? undefined)
  }

  #enter(phase: Phase): void {
    if (!this.#settled) this.#options.onPhase?.(phase)
  }

  #receive(response: IncomingMessage): void {
    this.#timeline.answered = performance.now()
    this.#response = response
    clearTimeout(this.#phaseTimer)
    this.#enter('download')
  }

  #finish(end: BodyEnd): void {
    switch (end.kind) {
      case 'complete':
        return this.#settle(null)
      case 'incomplete':
        return this.#settle(this.#incomplete(null))
      case 'too_large':
        return this.#settle(transportFailure('too_large', this.#where(), { limit: String(this.#options.maxBytes) }))
      case 'decompression':
        return this.#settle(transportFailure('decompression', this.#where(end.nodeCode), end.evidence))
      default:
        return assertNever(end)
    }
  }

  #incomplete(nodeCode: string | null): TransportFailure {
    const announced = this.#response?.headers['content-length']
    const evidence = { received: String(this.#body?.wireBytes ?? 0), ...(announced !== undefined && { announced }) }
    return transportFailure('incomplete', this.#where(nodeCode), evidence)
  }

  /** An error of Node's. One that breaks off an answer leaves what had come. */
  #break(error: Error): void {
    this.#body?.takeRest()
    const failure = failureOf(error, this.#phase(), this.#place())
    if (this.#isBeforeProxy()) this.#settle({ ...failure, evidence: { ...failure.evidence, proxy: 'yes' } })
    else if (failure.code === 'reset' && this.#body !== null) this.#settle(this.#incomplete(codeOf(error)))
    else if (failure.code === 'reset' && this.#client?.reusedSocket === true)
      this.#settle({ ...failure, evidence: { ...failure.evidence, reused: 'yes' } })
    else if (
      this.#response === null &&
      this.#timeline.sinceReady < rightAfter &&
      this.#wire.connecting.asksForCertificate
    )
      this.#settle(failureAfterAsking(failure))
    else this.#settle(failure)
  }

  #timeOut(what: 'connection' | 'answer' | 'complete_answer', limit: number): void {
    const evidence = { what, limit: String(limit), ...(this.#isBeforeProxy() && { proxy: 'yes' }) }
    this.#settle(transportFailure('timeout', this.#where(), evidence))
  }

  readonly #cancel = (): void => this.#settle(transportFailure('cancelled', this.#where()))

  #phase(): Phase {
    if (this.#timeline.answered !== null) return 'download'
    if (this.#timeline.ready === null) return this.#wire.connecting.phase
    return this.#timeline.sent === null ? 'send' : 'wait'
  }

  #where(nodeCode: string | null = null): FailurePlace {
    return { phase: this.#phase(), ...this.#place(), nodeCode }
  }

  #isBeforeProxy(): boolean {
    return this.#timeline.ready === null && this.#wire.connecting.isBeforeProxy
  }

  /** Whom a failure concerns: the proxy while it is being asked, else the target. */
  #place(): { host: string; port: number } {
    if (this.#timeline.ready === null) return this.#wire.connecting.place
    return { host: this.#wire.host ?? '', port: Number(this.#wire.port) }
  }

  /** Once: what comes after a failure is only its echo. */
  #settle(failure: TransportFailure | null): void {
    if (this.#settled) return
    this.#settled = true
    clearTimeout(this.#totalTimer)
    clearTimeout(this.#phaseTimer)
    this.#options.signal.removeEventListener('abort', this.#cancel)
    this.#options.onPhase?.('done')
    const transcript = this.#transcript(failure)
    this.#body?.stop()
    if (failure !== null) {
      this.#wire.connecting.cancel()
      this.#client?.destroy()
      this.#response?.destroy()
    }
    this.#resolve(transcript)
  }

  #transcript(failure: TransportFailure | null): Transcript {
    const reused = this.#client?.reusedSocket ?? false
    const connection: Connection | null = this.#facts === null ? null : { reused, ...this.#facts.endpoints }
    return {
      startedAt: this.#startedAt,
      request: this.#request,
      sent: this.#timeline.written(this.#request.body !== null),
      response: this.#response && receivedResponse(this.#response, this.#body, failure !== null),
      failure,
      timings: this.#timeline.timings(reused ? null : this.#wire.connecting),
      connection,
      tls: this.#facts === null ? this.#wire.connecting.tls : this.#facts.tls,
    }
  }
}

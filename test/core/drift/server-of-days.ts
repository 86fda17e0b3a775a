import { type DriftFacts, type ServerFacts, type TokenFacts } from '../../../electron/core/drift/facts.ts'
import {
  driftOfRequest,
  driftOfServer,
  type RequestBaseline,
  requestBaselineSchema,
  type ServerBaseline,
  serverBaselineSchema,
} from '../../../electron/core/drift/drift-of.ts'
import type { Found } from '../../../electron/core/drift/step.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** A Monday in 2026. */
export const monday = Date.UTC(2026, 10, 2)

const token: TokenFacts = {
  fingerprint: '',
  kid: 'a',
  alg: 'RS256',
  issuer: 'https://id.example',
  audience: 'orders',
  lifetime: 3600,
  expiresAt: null,
  granted: { as: 'scopes', names: 'read write' },
}

export const certificate = {
  fingerprint: 'AA',
  subject: 'CN=id.example',
  names: 'DNS:id.example',
  authority: 'An Authority',
  validFrom: monday - 10 * day,
  validTo: monday + 80 * day,
}

type Given = Partial<Omit<DriftFacts, 'token'>> & { token?: Partial<TokenFacts> | null } & Partial<ServerFacts>

/** An environment whose app ends and starts again with each exchange: the baseline is what was stored of it. */
export class Days {
  private request: RequestBaseline | null = null
  private server: ServerBaseline | null = null
  private count = 0
  readonly drift: Found[] = []
  now = monday

  /** An exchange, which is as usual but for what is given, some time after the one before. */
  exchange(given: Given = {}, after = 5 * minute): readonly Found[] {
    this.count += 1
    this.now += after
    const exchangeId = `exchange-${this.count}`
    const usual = { exchangeId, at: this.now }
    const facts = { answer: { kind: 'good' }, publishedKeyIds: null, latency: 80, setup: 'one', ...usual } as const
    const fresh = { ...token, fingerprint: `token-${this.count}` }
    const request = driftOfRequest(this.request, {
      ...facts,
      ...given,
      token: given.token === null ? null : { ...fresh, ...given.token },
    })
    const seen = { host: 'id.example', certificate, clockOffset: 0, rateLimit: null, ...usual }
    const server = driftOfServer(this.server, { ...seen, ...given })
    this.request = requestBaselineSchema.parse(JSON.parse(JSON.stringify(request.part)))
    this.server = serverBaselineSchema.parse(JSON.parse(JSON.stringify(server.part)))
    const found = [...request.found, ...server.found].filter(({ id }) => this.drift.every((known) => known.id !== id))
    this.drift.push(...found)
    for (const { id, ...update } of [...request.updates, ...server.updates]) {
      const at = this.drift.findIndex((known) => known.id === id)
      const known = this.drift[at]
      if (known !== undefined) this.drift[at] = { ...known, ...update }
    }
    return found
  }

  /** So many exchanges as usual. */
  usual(count: number, given: Given = {}): this {
    for (let index = 0; index < count; index += 1) this.exchange(given)
    return this
  }

  failure(code: string, { isReached = true, after = 5 * minute } = {}): readonly Found[] {
    return this.exchange(
      {
        answer: { kind: 'failure', code, isReached },
        token: null,
        latency: null,
        certificate: null,
        clockOffset: null,
      },
      after,
    )
  }

  /** What a person would be shown as not expected. */
  get raised(): Found['kind'][] {
    return this.drift.filter(({ isExpected }) => !isExpected).map(({ kind }) => kind)
  }
}

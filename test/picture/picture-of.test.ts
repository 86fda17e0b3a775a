import { describe, expect, it } from 'vitest'
import { pictureOf } from '../../electron/picture/picture-of.ts'
import type { Row } from '../../electron/picture/picture.ts'
import { passedActs, plan, runOf } from './samples.ts'

const lineOf = ({ number, icon, label, facts, state, result }: Row) =>
  [number ?? icon, label, facts, state, result].join(' | ')

describe('the picture', () => {
  it('shows before a run what would happen, with the values of the environment', () => {
    const { lanes, rows } = pictureOf(plan, null, null)
    expect(lanes.map(({ title, subtitle }) => `${title}: ${subtitle}`)).toEqual([
      'This app: ord-svc',
      'Authorization server: id.orders.example',
      'Protected API: api.orders.example',
    ])
    expect(rows.map(lineOf)).toEqual([
      '1 | POST /token-srv/token | client_secret_post · requests 2 scopes | will | ',
      '2 | access_token, expires_in | Bearer · usually 86400 s at cidaas | will | ',
      'verify | Verify | Signature, issuer, audience, times, as in 4B | will | ',
      'introspect | POST /token-srv/introspect | Bearer, the token itself · as in 4A | will | ',
      '3 | GET /orders | Authorization: Bearer | will | ',
      '4 | Validates the token | By the API: introspection or offline | hidden | ',
      '5 | The answer | 200 if the API accepts the token | will | ',
    ])
  })

  it('shows after a run that went well what happened, with words and times', () => {
    expect(pictureOf(plan, runOf(passedActs), null).rows.map(lineOf)).toEqual([
      '1 | POST /token-srv/token | client_secret_post · requests 2 scopes | done | sent',
      '2 | 200 access_token | RS256 · 3600 s · 2 of 2 scopes | done | 86 ms',
      'verify | Verify | Genuine, key 3f9a… · as in 4B | done | 4.2 ms',
      'introspect | POST /token-srv/introspect | 200 · active: true · as in 4A | done | 41 ms',
      '3 | GET /orders | Authorization: Bearer | done | sent',
      '4 | Validates the token | By the API: introspection or offline | hidden | not visible',
      '5 | 200 OK | The API accepted the token | done | 31 ms',
    ])
  })
})

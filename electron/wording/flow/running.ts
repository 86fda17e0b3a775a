import { hostOf } from '../../common/host-of.ts'
import type { FlowActName, FlowProgress } from '../../contract/flow.ts'
import type { Phase, Purpose } from '../../contract/exchange.ts'

/** What an act is called in a sentence that names the step. */
export const stepTitles: Readonly<Record<FlowActName, string>> = {
  token: 'Step 1',
  verify: 'Verification',
  introspect: 'Introspection',
  call: 'Step 3',
  revoke: 'Revocation',
  introspect_again: 'Second introspection',
  call_again: 'Second call',
}

/** Requests that are made on the way to another. */
const onTheWay: Partial<Readonly<Record<Purpose, string>>> = {
  token: 'New token',
  jwks: 'Key set',
  discovery: 'Metadata',
}

/** Such as `Step 3: waiting for the API`. */
export function runningTitle({ act, purpose, phase, url }: FlowProgress, isMain: boolean): string {
  const step = isMain ? stepTitles[act] : (onTheWay[purpose] ?? stepTitles[act])
  return `${step}: ${doing(phase, purpose, hostOf(url))}`
}

function doing(phase: Phase, purpose: Purpose, host: string): string {
  switch (phase) {
    case 'dns':
      return 'looking up the name'
    case 'connect':
      return `connecting to ${host}`
    case 'proxy':
      return 'asking the proxy'
    case 'tls':
      return `TLS handshake with ${host}`
    case 'send':
      return 'sending the request'
    case 'wait':
      return `waiting for the ${purpose === 'api' ? 'API' : 'authorization server'}`
    case 'download':
      return 'receiving the answer'
  }
}

/** How far the request under way is, in a sentence or two. */
export function runningReason({ phase, url }: FlowProgress): string {
  const host = hostOf(url)
  switch (phase) {
    case 'dns':
      return `The address of ${host} is looked up. Nothing is sent yet.`
    case 'connect':
    case 'proxy':
      return `No connection to ${host} yet. Nothing is sent yet.`
    case 'tls':
      return `Connected to ${host}. Nothing is sent before TLS is set up.`
    case 'send':
      return `Connected to ${host}. The request is being sent.`
    case 'wait':
      return `Connected to ${host}. The request is sent; no answer yet.`
    case 'download':
      return `${host} answers. The answer is not complete yet.`
  }
}

/** Between requests. */
export function betweenRequests(act: FlowActName | null, readsSecret: boolean): { title: string; reason: string } {
  if (act === null) return { title: 'Starting', reason: 'No request is under way yet.' }
  if (act === 'verify') return { title: 'Verification: checking the token', reason: 'This app checks it by itself.' }
  if (act === 'token' && readsSecret) {
    return { title: 'Before step 1: reading the secret', reason: 'The token request is sent once the secret is read.' }
  }
  return { title: `${stepTitles[act]}: under way`, reason: 'Its next phase is shown as soon as it begins.' }
}

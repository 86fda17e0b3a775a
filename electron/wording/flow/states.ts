import { assertNever } from '../../common/assert-never.ts'
import type { FlowProgress, LeftOut } from '../../contract/flow.ts'
import type { Phase } from '../../contract/exchange.ts'
import { phaseWords } from '../phase-words.ts'

/** Words at the end of a row, beside its times. */
export const stateWords = {
  sent: 'sent',
  read: 'read',
  running: 'running',
  not_sent: 'not sent',
  no_answer: 'no answer',
  cancelled: 'cancelled',
  interrupted: 'interrupted',
  failed: 'failed',
  not_visible: 'not visible',
  not_needed: 'not needed',
} as const

/** Why an act was left out, at the end of its row. */
export function leftOutWord(reason: LeftOut | null): string {
  switch (reason) {
    case 'stopped':
      return 'not reached'
    case 'not_asked':
      return 'not run this time'
    case 'no_introspection_endpoint':
    case 'no_revocation_endpoint':
    case 'no_call':
    case 'opaque_token':
    case null:
      return 'left out'
    default:
      return assertNever(reason)
  }
}

export const phaseNames: Readonly<Record<Phase, string>> = {
  dns: 'DNS',
  connect: 'Connect',
  proxy: 'Proxy',
  tls: 'TLS',
  send: 'Send',
  wait: 'Waiting',
  download: 'Receiving',
}

/** Such as `TLS done · sent · waiting`, below the arrow of a request that is under way. */
export function progressFacts({ phase, elapsed }: Pick<FlowProgress, 'phase' | 'elapsed'>): string {
  const isOver = (name: Phase) => elapsed.some((over) => over.phase === name)
  const passed = [isOver('tls') ? ['TLS done'] : isOver('connect') ? ['connected'] : [], isOver('send') ? ['sent'] : []]
  return [...passed.flat(), phaseWords[phase]].join(' · ')
}

/** The state of a row in words. */
export const stateNames = {
  will: 'not run yet',
  running: 'running',
  done: 'done',
  noted: 'done, with something to know',
  failed: 'failed',
  cancelled: 'cancelled',
  left_out: 'left out',
  hidden: 'done by the API itself',
  interrupted: 'interrupted',
} as const

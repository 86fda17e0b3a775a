import type { Purpose } from '../../../electron/contract/exchange.ts'
import type { FindingCode } from '../../../electron/contract/finding.ts'
import { oneOf } from '../../../electron/common/one-of.ts'
import {
  historyLimits,
  type Sender,
  senders,
  statusClasses,
  type StatusClass,
} from '../../../electron/vocabulary/history.ts'
import { isFindingCode } from '../../../electron/wording/findings.ts'
import { spans, type TimeChoice } from '../../filters/time-choice.ts'
import { purposes } from './purposes.ts'

/** What is searched for, as the address of the page has it. An empty list or text looks for all. */
export interface HistoryPlace {
  text: string
  time: TimeChoice
  environmentIds: readonly string[]
  purposes: readonly Purpose[]
  senders: readonly Sender[]
  statuses: readonly StatusClass[]
  findings: readonly FindingCode[]
  host: string
  isPinned: boolean
  /** The exchange that the chosen one is compared with; empty for none. */
  against: string
}

export const everything: HistoryPlace = {
  text: '',
  time: { kind: 'any' },
  environmentIds: [],
  purposes: [],
  senders: [],
  statuses: [],
  findings: [],
  host: '',
  isPinned: false,
  against: '',
}

/** Reads it from the query of the address. What is not known is left out: the address may be of another version, or cut. */
export function placeOf(query: string): HistoryPlace {
  const given = new URLSearchParams(query)
  const known = <Option extends string>(name: string, options: readonly Option[]): Option[] =>
    given.getAll(name).flatMap((text) => oneOf(options, text) ?? [])
  return {
    text: (given.get('text') ?? '').slice(0, historyLimits.textMaximum),
    time: timeOf(given),
    environmentIds: given
      .getAll('environment')
      .filter((id) => id !== '' && id.length <= 64)
      .slice(0, 1000),
    purposes: known('kind', purposes),
    senders: known('sender', senders),
    statuses: known('status', statusClasses),
    findings: given.getAll('finding').filter(isFindingCode),
    host: (given.get('host') ?? '').slice(0, 300),
    isPinned: given.has('pinned'),
    against: given.get('against') ?? '',
  }
}

/** Writes it as the query of an address: empty where everything is looked for. */
export function queryOf(place: HistoryPlace): string {
  const { text, time, host } = place
  return new URLSearchParams([
    ...some('text', text),
    ...timeParameters(time),
    ...place.environmentIds.map((id) => ['environment', id]),
    ...place.purposes.map((purpose) => ['kind', purpose]),
    ...place.senders.map((sender) => ['sender', sender]),
    ...place.statuses.map((status) => ['status', status]),
    ...place.findings.map((code) => ['finding', code]),
    ...some('host', host),
    ...(place.isPinned ? [['pinned', '1']] : []),
    ...some('against', place.against),
  ]).toString()
}

/** Whether it leaves anything out. */
export const isFiltered = (place: HistoryPlace): boolean => queryOf({ ...place, against: '' }) !== ''

function timeOf(given: URLSearchParams): TimeChoice {
  const span = oneOf(spans, given.get('time'))
  if (span !== null) return { kind: 'last', span }
  const [from, to] = [momentOf(given.get('from')), momentOf(given.get('to'))]
  return from === null && to === null ? { kind: 'any' } : { kind: 'between', from, to }
}

/** The most that a date of JavaScript can be. */
const latest = 8.64e15

function momentOf(text: string | null): number | null {
  if (text === null || !/^\d{1,16}$/.test(text)) return null
  return Number(text) <= latest ? Number(text) : null
}

function timeParameters(time: TimeChoice): string[][] {
  if (time.kind === 'any') return []
  if (time.kind === 'last') return [['time', time.span]]
  return [...some('from', time.from?.toString() ?? ''), ...some('to', time.to?.toString() ?? '')]
}

const some = (name: string, value: string): string[][] => (value === '' ? [] : [[name, value]])

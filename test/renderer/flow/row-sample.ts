import type { Row } from '../../../electron/picture/picture.ts'

/** A row of which only what is given matters. */
export const rowSample = (id: string, given: Partial<Row> = {}): Row => ({
  id,
  act: 'token',
  step: 'token_request',
  number: null,
  icon: null,
  from: 'app',
  to: 'server',
  isProxied: false,
  label: id,
  isBytes: false,
  facts: '',
  state: 'will',
  result: '',
  ms: null,
  isBroken: false,
  exchangeId: null,
  growth: null,
  folded: [],
  change: '',
  wayOut: null,
  ...given,
})

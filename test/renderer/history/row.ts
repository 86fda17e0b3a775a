import type { HistoryRow } from '../../../electron/contract/history.ts'

export const row = (number: number): HistoryRow => ({
  id: `exchange-${number}`,
  environmentId: 'sandbox',
  purpose: 'api',
  startedAt: number,
  method: 'GET',
  url: 'https://api.example/orders',
  status: 200,
  failure: null,
  totalMs: 12,
  environmentName: 'Orders dev',
  verdict: 'good',
  finding: null,
  isPinned: false,
  hasNote: false,
})

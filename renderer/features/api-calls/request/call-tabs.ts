import { createKept } from '../../../state/kept.ts'
import type { CallValues } from './call-values.ts'

export const callTabNames = ['query', 'headers', 'body', 'authorization', 'assertions', 'notes'] as const
export type CallTabName = (typeof callTabNames)[number]

export const callTabTitles: Readonly<Record<CallTabName, string>> = {
  query: 'Query',
  headers: 'Headers',
  body: 'Body',
  authorization: 'Authorization',
  assertions: 'Assertions',
  notes: 'Notes',
}

const tabsOfFields: Readonly<Record<keyof CallValues, CallTabName | null>> = {
  method: null,
  url: null,
  query: 'query',
  headers: 'headers',
  body: 'body',
  followRedirects: 'authorization',
  authorization: 'authorization',
  renewOn401: 'authorization',
  scope: 'authorization',
  assertions: 'assertions',
  name: 'notes',
  folder: 'notes',
  notes: 'notes',
}

/** The tab that holds a field, by its path; null for what is above the tabs. */
export function tabOfField(path: string): CallTabName | null {
  if (path === 'pasted') return 'authorization'
  const [first = ''] = path.split('.')
  return Object.entries(tabsOfFields).find(([name]) => name === first)?.[1] ?? null
}

/** How many of them there are in a tab: those that are sent, or checked. */
export function countIn(tab: CallTabName, values: CallValues): number {
  switch (tab) {
    case 'query':
      return values.query.filter(({ enabled }) => enabled).length
    case 'headers':
      return values.headers.filter(({ name, enabled }) => enabled && name !== '').length
    case 'assertions':
      return values.assertions.length
    default:
      return 0
  }
}

/** The tab that is shown, by environment. */
export const shownCallTabs = createKept<CallTabName>('query')

import { useSyncExternalStore } from 'react'

export const tabs = ['flow', 'configure', 'token', 'introspection', 'api-calls', 'review', 'activity'] as const
export type Tab = (typeof tabs)[number]

/** Where a person is in the window; kept in the location's hash, so that back, forward and reload work. */
export type Route =
  | { kind: 'environment'; id: string; tab: Tab }
  | { kind: 'new' }
  | { kind: 'inspector' }
  | { kind: 'compare' }
  | { kind: 'import' }
  | { kind: 'export' }
  | HistoryRoute
  | { kind: 'audit' }
  | { kind: 'settings' }

/** The history, with the exchange that is open, and what is searched for: `query` is read by `features/history/history-place.ts`. */
export interface HistoryRoute {
  kind: 'history'
  id?: string
  query?: string
}

/** The pages that belong to no environment. */
const pages = ['new', 'inspector', 'compare', 'import', 'export', 'audit', 'settings'] as const

export function routeOf(hash: string): Route {
  const [path, query] = inTwo(hash.replace(/^#/, ''), '?')
  const [, area, id, tab] = path.split('/')
  if (area === 'history') {
    const chosen = decoded(id)
    return { kind: 'history', ...(chosen !== '' && { id: chosen }), ...(query !== '' && { query }) }
  }
  const page = pages.find((name) => name === area)
  if (page !== undefined) return { kind: page }
  const known = tabs.find((name) => name === tab)
  return { kind: 'environment', id: decoded(id) || 'sandbox', tab: known ?? 'flow' }
}

export function hrefOf(route: Route): string {
  if (route.kind === 'history') {
    const { id = '', query = '' } = route
    return `#/history${id === '' ? '' : `/${encodeURIComponent(id)}`}${query === '' ? '' : `?${query}`}`
  }
  return route.kind === 'environment'
    ? `#/environments/${encodeURIComponent(route.id)}/${route.tab}`
    : `#/${route.kind}`
}

export function navigate(route: Route): void {
  window.location.hash = hrefOf(route)
}

/** The same without a step to come back to. */
export function replaceRoute(route: Route): void {
  window.location.replace(hrefOf(route))
}

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => window.location.hash))
}

function subscribe(callback: () => void): () => void {
  window.addEventListener('hashchange', callback)
  return () => window.removeEventListener('hashchange', callback)
}

function inTwo(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function decoded(text = ''): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

import { useSyncExternalStore } from 'react'

export const tabs = ['flow', 'configure', 'token', 'introspection', 'api-calls'] as const
export type Tab = (typeof tabs)[number]

/** Where a person is in the window; kept in the location's hash, so that back, forward and reload work. */
export type Route =
  | { kind: 'environment'; id: string; tab: Tab }
  | { kind: 'new' }
  | { kind: 'inspector' }
  | { kind: 'compare' }
  | { kind: 'import' }
  | { kind: 'export' }
  | { kind: 'settings' }

/** The pages that belong to no environment. */
const pages = ['new', 'inspector', 'compare', 'import', 'export', 'settings'] as const

export function routeOf(hash: string): Route {
  const [, area, id, tab] = hash.replace(/^#/, '').split('/')
  const page = pages.find((name) => name === area)
  if (page !== undefined) return { kind: page }
  const known = tabs.find((name) => name === tab)
  return { kind: 'environment', id: decoded(id) || 'sandbox', tab: known ?? 'flow' }
}

export function hrefOf(route: Route): string {
  return route.kind === 'environment'
    ? `#/environments/${encodeURIComponent(route.id)}/${route.tab}`
    : `#/${route.kind}`
}

export function navigate(route: Route): void {
  window.location.hash = hrefOf(route)
}

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => window.location.hash))
}

function subscribe(callback: () => void): () => void {
  window.addEventListener('hashchange', callback)
  return () => window.removeEventListener('hashchange', callback)
}

function decoded(text = ''): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

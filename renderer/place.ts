import { useSyncExternalStore } from 'react'

export const tabs = ['configure', 'token', 'introspection', 'api-calls'] as const
export type Tab = (typeof tabs)[number]

/** Where a person is in the window; kept in the location's hash, so that back, forward and reload work. */
export type Place =
  | { kind: 'environment'; id: string; tab: Tab }
  | { kind: 'new' }
  | { kind: 'inspector' }
  | { kind: 'compare' }
  | { kind: 'import' }
  | { kind: 'export' }
  | { kind: 'settings' }

/** The places that belong to no environment. */
const pages = ['new', 'inspector', 'compare', 'import', 'export', 'settings'] as const

export function placeOf(hash: string): Place {
  const [, area, id, tab] = hash.replace(/^#/, '').split('/')
  const page = pages.find((name) => name === area)
  if (page !== undefined) return { kind: page }
  const known = tabs.find((name) => name === tab)
  return { kind: 'environment', id: decoded(id) || 'sandbox', tab: known ?? 'token' }
}

export function hrefOf(place: Place): string {
  return place.kind === 'environment'
    ? `#/environments/${encodeURIComponent(place.id)}/${place.tab}`
    : `#/${place.kind}`
}

export function go(place: Place): void {
  window.location.hash = hrefOf(place)
}

export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => window.location.hash))
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

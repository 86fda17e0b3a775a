import { defaultPreferences, preferencesSchema, type Preferences } from '../contract/preferences.ts'
import type { PreferencesPort } from '../core/ports.ts'

/** The part of electron-store that is used. */
export interface PreferencesStore {
  get: (key: 'preferences') => unknown
  set: (key: 'preferences', value: Preferences) => void
}

/** Reads what was stored, or the defaults where it is missing or broken. A change that cannot be stored still counts until the app ends. */
export function createPreferences(store: PreferencesStore, changed: (now: Preferences) => void): PreferencesPort {
  let current = parse(store.get('preferences'))
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change }
      try {
        store.set('preferences', current)
      } catch (error) {
        console.error('Preferences were not stored:', error)
      }
      changed(current)
      return current
    },
  }
}

function parse(stored: unknown): Preferences {
  const known = typeof stored === 'object' && stored !== null ? stored : {}
  const result = preferencesSchema.safeParse({ ...defaultPreferences, ...known })
  return result.success ? result.data : defaultPreferences
}

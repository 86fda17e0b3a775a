import { defaultPreferences, preferencesSchema, type Preferences } from '../contract/preferences.ts'
import type { PreferencesPort } from '../core/ports.ts'
import type { PreferencesFile } from './preferences-file.ts'

/** Reads what was stored, or the defaults where it is missing or broken. */
export function createPreferences(store: PreferencesFile, changed: (now: Preferences) => void): PreferencesPort {
  let current = parse(store.get('preferences'))
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change }
      store.set('preferences', current)
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

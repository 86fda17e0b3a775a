import { oneOf } from '../../electron/common/one-of.ts'
import { importChoices } from '../../electron/vocabulary/import-choices.ts'
import type { ImportChoice } from '../../electron/contract/sharing.ts'

/** What is looked through, by its id alone: all else of it is in main. */
export interface RememberedImport {
  importId: string
  choices: Readonly<Record<string, ImportChoice['choice']>>
}

const place = 'import'

/** Outlives that the window is loaded again, and not that it is closed. */
export const rememberImport = (remembered: RememberedImport): void =>
  sessionStorage.setItem(place, JSON.stringify(remembered))

export const forgetImport = (): void => sessionStorage.removeItem(place)

export const rememberedImport = (): RememberedImport | null => readRemembered(sessionStorage.getItem(place))

/** Null for what is none. */
export function readRemembered(text: string | null): RememberedImport | null {
  try {
    const read: unknown = JSON.parse(text ?? 'null')
    if (!isMembers(read) || typeof read['importId'] !== 'string' || !isMembers(read['choices'])) return null
    const choices = Object.entries(read['choices']).flatMap(([id, text]) => {
      const choice = typeof text === 'string' ? oneOf(importChoices, text) : null
      return choice === null ? [] : [[id, choice] as const]
    })
    return { importId: read['importId'], choices: Object.fromEntries(choices) }
  } catch {
    return null
  }
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

import type { Notice } from '../contract/events.ts'
import type { Preferences } from '../contract/preferences.ts'
import type { SandboxFacts, SandboxStatus } from '../contract/sandbox.ts'
import type { Transport } from './http/transcript.ts'
import type { Workspace } from './workspace/workspace.ts'

/** What core needs of the world. Every host (the shell, the command line, a test) makes its own. */
export interface Ports {
  /** Milliseconds since 1970. */
  now: () => number
  /** A new unguessable id. */
  newId: () => string
  transport: Transport
  workspace: Workspace
  /** Puts a secret text on the clipboard and sees to it that it does not stay there. */
  copySecret: (text: string) => void
  /** The proxy that the system wants for this URL, as a URL without path; null is none. */
  systemProxy: (url: string) => Promise<string | null>
  /** Asks the person for a file; null when none is chosen, or where nobody can be asked. */
  chooseFile: (title: string) => Promise<string | null>
  /** Asks the person where to and writes a file there; null when nowhere. Errors are those of the file system. */
  saveFile: (suggestedName: string, text: string) => Promise<string | null>
  preferences: PreferencesPort
  sandbox: SandboxPort
  notify: (notice: Notice) => void
  version: string
  /** Names and versions of what the app runs on, for "about" and evidence. */
  runtime: Record<string, string>
}

export interface PreferencesPort {
  get: () => Preferences
  set: (change: Partial<Preferences>) => Preferences
}

export interface SandboxPort {
  status: () => SandboxStatus
  /** Null unless it is running. */
  facts: () => SandboxFacts | null
  restart: () => void
}

import type { BackupResult } from '../contract/backup.ts'
import type { Drift } from '../contract/drift.ts'
import type { Notice } from '../contract/events.ts'
import type { Preferences } from '../contract/preferences.ts'
import type { SandboxFacts, SandboxStatus } from '../contract/sandbox.ts'
import type { SandboxChange } from '../vocabulary/sandbox-changes.ts'
import type { Reading } from './credentials/reading.ts'
import type { Transport } from './http/transcript.ts'
import type { Workspace } from './workspace/workspace.ts'

/** What core needs of the world. Every host (the shell, the command line, a test) makes its own. */
export interface Ports {
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds since any moment before the start; no change of the time of day moves it. For what lasts, see `elapsed.ts`. */
  uptime: () => number
  /** A new unguessable id. */
  newId: () => string
  transport: Transport
  workspace: Workspace
  /** Makes a backup of the workspace as it is now. */
  backUp: () => Promise<BackupResult>
  /** Puts a secret text on the clipboard and sees to it that it does not stay there. */
  copySecret: (text: string) => void
  /** Puts a text without secrets on the clipboard, to stay there. */
  copyText: (text: string) => void
  /** The proxy that the system wants for this URL, as a URL without path; null is none. */
  systemProxy: (url: string) => Promise<string | null>
  /** Asks the person for a file; null when none is chosen, or where nobody can be asked. */
  chooseFile: (title: string) => Promise<string | null>
  /** The bytes of a file that a person named, at most `most`; or why it cannot be read, or is larger. */
  readFile: (path: string, most: number) => Promise<Reading<Buffer>>
  /** Asks the person where to and writes a file there; null when nowhere. Errors are those of the file system. */
  saveFile: (suggestedName: string, content: string | Uint8Array) => Promise<string | null>
  /** As `saveFile`, of parts as they come: the file is there whole or not at all. What the parts throw is thrown. */
  saveInParts: (suggestedName: string, parts: AsyncIterable<string>) => Promise<string | null>
  /**
   * Asks the person where to and writes files into a new folder there, whose path it gives; null when nowhere. All are written or
   * none. Errors are those of the file system.
   */
  saveFolder: (suggestedName: string, files: readonly FolderFile[]) => Promise<string | null>
  preferences: PreferencesPort
  keyring: Keyring
  /** The variables of this process, for secrets that come from there. */
  variables: Readonly<Record<string, string | undefined>>
  homeFolder: string
  /** Reads a text file that the person chooses; null when none is chosen. Errors are those of the file system. */
  openFile: (title: string, maxBytes: number) => Promise<{ name: string; text: string } | null>
  /** Reads the text files of a folder that the person chooses; null when none is chosen. Errors are those of the file system. */
  openFolder: (title: string, maxBytes: number) => Promise<FolderTexts | null>
  sandbox: SandboxPort
  notify: (notice: Notice) => void
  /** Has the system say what differs of an environment; absent where there is nobody to say it to. */
  showNotification?: (about: { environmentId: string; name: string; drift: readonly Drift[] }) => void
  version: string
  /** Names and versions of what the app runs on, for "about" and evidence. */
  runtime: Record<string, string>
}

/** A file to be written; `path` is relative, with `/`. */
export interface FolderFile {
  path: string
  text: string
}

/** What is read of a folder. */
export interface FolderTexts {
  name: string
  /** By their paths from there, with `/`. */
  files: { path: string; text: string }[]
  leftOut: { path: string; why: 'binary' | 'too_large' | 'not_readable' }[]
  /** The limit that it has more than; `files` are then not all. */
  exceeded: 'files' | 'characters' | 'depth' | null
}

/** The system's own store for the key that seals secrets. */
export interface Keyring {
  /** The name of what keeps it, such as gnome_libsecret; null where there is none that may be used. */
  backend: () => Promise<string | null>
  /** @throws when the keyring does not answer, or would protect nothing */
  wrap: (text: string) => Promise<Uint8Array>
  /** @throws when it cannot be opened; what another key opens may come out as garbage */
  unwrap: (wrapped: Uint8Array) => Promise<string>
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
  /** What it does differently now. */
  changes: () => readonly SandboxChange[]
  change: (changes: readonly SandboxChange[]) => void
}

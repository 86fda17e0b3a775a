import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export const inRoot = (/** @type {string[]} */ ...parts) => path.join(root, ...parts)

const name = 'client-credentials-explorer'

/** Outside the tree, so that a fresh clone finds what an earlier one fetched, and readable by every user. */
export const cacheFolder =
  process.getuid?.() === 0
    ? path.join('/var/cache', name)
    : path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), name)

import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

/** The version of the package that this file belongs to, as source or built. */
export function version(): string {
  const path = findPackageJSON(import.meta.url)
  const manifest: unknown = path === undefined ? null : JSON.parse(readFileSync(path, 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw new Error('This copy of ccx has no package.json beside it.')
}

import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Pair } from './pairs.ts'

/** What the window may load before it is drawn, in kB. */
const allowed = { js: 650, css: 90 }

/** G18: kilobytes of what the page names, the floor being what is allowed. */
export function measureStartBundle(ui: string): Record<keyof typeof allowed, Pair<number>[]> {
  const page = readFileSync(path.join(ui, 'index.html'), 'utf8')
  const named = Array.from(page.matchAll(/(?:src|href)="([^"]+)"/g), ([, file = '']) => file)
  const size = (extension: keyof typeof allowed): Pair<number>[] => {
    const bytes = named
      .filter((file) => file.endsWith(`.${extension}`))
      .reduce((sum, file) => sum + statSync(path.join(ui, file)).size, 0)
    return [{ floor: allowed[extension], ours: bytes / 1000 }]
  }
  return { js: size('js'), css: size('css') }
}

import type { ParsedFile } from '../../drafts/import-file.ts'
import { pathFrom } from './references.ts'

/** Of these files, those that the descriptions refer to, and what those refer to in turn. */
export function referredFiles(descriptions: readonly ParsedFile[], files: readonly ParsedFile[]): ParsedFile[] {
  const byPath = new Map(files.filter((file) => !descriptions.includes(file)).map((file) => [file.path, file]))
  const found = new Set<ParsedFile>()
  const waiting = [...descriptions]
  for (let next = waiting.pop(); next !== undefined && found.size < byPath.size; next = waiting.pop())
    for (const [, address = ''] of next.text.matchAll(/\$ref["']?[ \t]*:[ \t]*["']?([^"'#\s,}]+)/g)) {
      const file = byPath.get(pathFrom(next.path, address))
      if (file === undefined || found.has(file)) continue
      found.add(file)
      waiting.push(file)
    }
  return [...found]
}

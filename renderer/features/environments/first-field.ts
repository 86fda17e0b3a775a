import { sectionOf } from './sections.ts'
import type { Sections } from './use-sections.ts'

/** Opens the sections that hold these fields, and puts the focus into the one that comes first on the page. */
export function goToFields(paths: readonly string[], sections: Sections): void {
  const names = paths.flatMap((path) => sectionOf(path) ?? [])
  sections.open(names)
  const field = firstField(paths)
  const [name] = names
  if (field !== null) field.focus()
  else if (name !== undefined) sections.show(name)
}

/** Of the fields with these paths, the one that comes first on the page; null when none is shown. */
function firstField(paths: readonly string[]): HTMLElement | null {
  const wanted = new Set(paths)
  // In the order of the document.
  for (const node of document.querySelectorAll<HTMLElement>('[data-path]')) {
    if (wanted.has(node.dataset['path'] ?? '')) return node
  }
  return null
}

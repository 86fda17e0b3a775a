import { sectionNames, sectionOf } from './sections.ts'
import type { Sections } from './use-sections.ts'

/** Shows the first section that holds one of these fields, and puts the focus into the first of them there. */
export function goToFields(paths: readonly string[], sections: Sections): void {
  const name = sectionNames.find((section) => paths.some((path) => sectionOf(path) === section))
  if (name === undefined) return
  sections.show(name)
  const field = firstField(paths.filter((path) => sectionOf(path) === name))
  if (field === null) return sections.goTo(name)
  field.scrollIntoView({ block: 'nearest' })
  field.focus()
  mark(field)
}

/** Until it is typed in or left. */
function mark(field: HTMLElement): void {
  field.dataset['pointedAt'] = ''
  const controller = new AbortController()
  const unmark = () => {
    delete field.dataset['pointedAt']
    controller.abort()
  }
  for (const event of ['input', 'blur']) field.addEventListener(event, unmark, { signal: controller.signal })
}

/** Of the fields with these paths, the one that comes first on the page; null when none is shown. */
function firstField(paths: readonly string[]): HTMLElement | null {
  const nodes = [...document.querySelectorAll<HTMLElement>('[data-path]')]
  const pathOf = ({ dataset }: HTMLElement) => dataset['path'] ?? ''
  const wanted = new Set(paths)
  // In the order of the document; what is beneath a path is as good as itself.
  return (
    nodes.find((node) => wanted.has(pathOf(node))) ??
    nodes.find((node) => paths.some((path) => pathOf(node).startsWith(`${path}.`))) ??
    null
  )
}

/** Of the fields with these paths, the one that comes first on the page; null when none is shown. */
export function firstField(paths: readonly string[]): HTMLElement | null {
  const wanted = new Set(paths)
  // In the order of the document.
  for (const node of document.querySelectorAll<HTMLElement>('[data-path]')) {
    if (wanted.has(node.dataset['path'] ?? '')) return node
  }
  return null
}

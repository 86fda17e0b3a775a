/** Puts the focus into the field with this path. */
export function focusField(path: string): void {
  const field = document.querySelector(`[data-path="${CSS.escape(path)}"]`)
  if (field instanceof HTMLElement) field.focus()
}

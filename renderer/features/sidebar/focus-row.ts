/** Puts the focus on an environment of the list, unless it is out of sight and not on the page. */
export function focusRow(environmentId: string): void {
  document.querySelector<HTMLElement>(`.sidebar-link[data-id="${CSS.escape(environmentId)}"]`)?.focus()
}

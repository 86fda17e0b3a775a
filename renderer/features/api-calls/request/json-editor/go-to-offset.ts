/** Puts the cursor of a text field at a place, and the place into sight. */
export function goToOffset(field: HTMLTextAreaElement | null, offset: number): void {
  field?.focus()
  field?.setSelectionRange(offset, offset + 1)
}

/**
 * Copies a text, and leaves the element that shows it selected, so that the keyboard can do the same. What is shown may be
 * folded or have hidden characters spelled out; what is copied is the text. The window may not use the clipboard by itself:
 * this is the person's own copying.
 */
export function copyExactly(text: string, shown: Element): boolean {
  window.getSelection()?.selectAllChildren(shown)
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { once: true, capture: true })
  const copied = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  return copied
}

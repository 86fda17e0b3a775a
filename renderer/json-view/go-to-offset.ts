import { EditorView } from '@codemirror/view'

/** Selects a place of the text that an element of the editor shows, and puts it in the middle. Null goes nowhere. */
export function goToOffset(element: HTMLElement, offsetIn: (text: string) => number | null): void {
  const view = EditorView.findFromDOM(element)
  const offset = view === null ? null : offsetIn(view.state.doc.toString())
  if (view === null || offset === null) return
  view.dispatch({ selection: { anchor: offset }, effects: EditorView.scrollIntoView(offset, { y: 'center' }) })
  view.focus()
}

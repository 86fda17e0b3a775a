import { foldCode, unfoldCode } from '@codemirror/language'
import { findNext, findPrevious, openSearchPanel } from '@codemirror/search'
import { EditorView, keymap } from '@codemirror/view'

/** Characters of a line that are read out: a line may be the whole text. */
const mostAnnounced = 200

type Move = (line: number, page: number, lines: number) => number

/** Puts the marked line elsewhere, brings it into sight and says what it holds. */
const moving =
  (move: Move) =>
  (view: EditorView): boolean => {
    const { doc, selection } = view.state
    const height = Math.min(view.scrollDOM.clientHeight, window.innerHeight / 2)
    const page = Math.max(1, Math.floor(height / view.defaultLineHeight) - 1)
    const from = doc.lineAt(selection.main.head).number
    const line = doc.line(Math.max(1, Math.min(doc.lines, move(from, page, doc.lines))))
    view.dispatch({
      selection: { anchor: line.from },
      scrollIntoView: true,
      effects: EditorView.announce.of(`Line ${line.number}: ${line.text.trim().slice(0, mostAnnounced)}`),
    })
    return true
  }

const selectAll = (view: EditorView): boolean => {
  view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } })
  return true
}

/** A line is marked by the arrow keys, folded by Left and unfolded by Right. Tab is not taken: it leads on. */
export const keys = keymap.of([
  { key: 'ArrowDown', run: moving((line) => line + 1) },
  { key: 'ArrowUp', run: moving((line) => line - 1) },
  { key: 'PageDown', run: moving((line, page) => line + page) },
  { key: 'PageUp', run: moving((line, page) => line - page) },
  { key: 'Home', run: moving(() => 1) },
  { key: 'End', run: moving((_line, _page, lines) => lines) },
  { key: 'ArrowLeft', run: foldCode },
  { key: 'ArrowRight', run: unfoldCode },
  { key: 'Mod-a', run: selectAll },
  { key: 'Mod-f', run: openSearchPanel, scope: 'editor search-panel' },
  { key: 'F3', run: findNext, shift: findPrevious, scope: 'editor search-panel' },
  { key: 'Mod-g', run: findNext, shift: findPrevious, scope: 'editor search-panel' },
])

import './find-panel.css'
import { json } from '@codemirror/lang-json'
import { bidiIsolates } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, highlightActiveLineGutter, lineNumbers } from '@codemirror/view'
import type { TextRange } from '../../electron/common/json-member-range.ts'
import { colours } from './colours.ts'
import { findPanel } from './find-panel.ts'
import { folding } from './folding.ts'
import { hiddenCharacters } from './hidden-characters.ts'
import { evidence } from './evidence.ts'
import type { ShownText } from './indented.ts'
import { keys } from './keys.ts'

interface Place {
  parent: HTMLElement
  /** What assistive technology calls the text. */
  label: string
  /** What the Content Security Policy asks of a style element. */
  nonce: string
  /** What is marked as evidence. */
  marks: readonly TextRange[]
  onPlace?: ((text: string, offset: number) => void) | undefined
}

/** Shows a text for reading. Only the lines in sight are elements, however long it is. Returns what removes it. */
export function openEditor({ text, isJson }: ShownText, { parent, label, nonce, marks, onPlace }: Place): () => void {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        // Everything else that editors take for the end of a line is a hidden character here.
        EditorState.lineSeparator.of('\n'),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
        EditorView.cspNonce.of(nonce),
        EditorView.lineWrapping,
        lineNumbers(),
        isJson ? [json(), folding, bidiIsolates()] : [],
        highlightActiveLine(),
        highlightActiveLineGutter(),
        hiddenCharacters,
        findPanel,
        keys,
        colours,
        evidence(marks),
        onPlace === undefined
          ? []
          : EditorView.updateListener.of(({ selectionSet, state }) => {
              if (selectionSet) onPlace(text, state.selection.main.head)
            }),
      ],
    }),
  })
  return () => view.destroy()
}

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const literals = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--text)' },
  { tag: tags.string, color: 'var(--json-string)' },
  { tag: tags.number, color: 'var(--json-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--json-word)' },
  { tag: [tags.separator, tags.brace, tags.squareBracket], color: 'var(--text-3)' },
])

const look = EditorView.theme({
  '&': { background: 'transparent', color: 'var(--text)', maxHeight: 'var(--json-most, 480px)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { font: 'inherit', lineHeight: '20px' },
  '.cm-content': { padding: '0' },
  '.cm-line': { padding: '0' },
  '.cm-gutters': { background: 'var(--bg)', border: '0', color: 'var(--text-3)', paddingRight: '4px' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '24px', padding: '0' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer', padding: '0', textAlign: 'center', width: '16px' },
  '.cm-foldGutter .cm-gutterElement:hover': { color: 'var(--text)' },
  '.cm-foldPlaceholder': {
    background: 'var(--bg-sub)',
    border: '0',
    borderRadius: '4px',
    color: 'var(--text-2)',
    margin: '0 4px',
    padding: '0 4px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': { background: 'var(--accent-bg)' },
  '&.cm-focused .cm-activeLine :not(.cm-foldPlaceholder)': { '--text-3': 'var(--text-2)' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--text-2)' },
  '.cm-searchMatch': { background: 'var(--warn-mark)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--warn)' },
  '.cm-hidden-character': { color: 'var(--err)' },
  '.cm-panels': { background: 'var(--bg)', borderBottom: '1px solid var(--line)', color: 'inherit', zIndex: '1' },
})

/** The colours and sizes of tokens.css: keys, and all that is no literal, are text. */
export const colours = [syntaxHighlighting(literals), look]

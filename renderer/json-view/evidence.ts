import type { Extension } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { TextRange } from '../../electron/common/json-member-range.ts'

const mark = Decoration.mark({ tagName: 'mark', class: 'evidence' })

/** Marks what a finding was seen by. */
export const evidence = (marks: readonly TextRange[]): Extension =>
  EditorView.decorations.of(
    Decoration.set(
      marks.map(([from, to]) => mark.range(from, to)),
      true,
    ),
  )

import { codeFolding, foldGutter, syntaxTree } from '@codemirror/language'
import type { EditorState, Extension } from '@codemirror/state'
import { visible } from '../../electron/common/visible.ts'
import { firstMember } from './first-member.ts'

/** Objects and arrays can be folded; what is folded shows its first member and how many follow. */
export const folding: Extension = [
  codeFolding({
    preparePlaceholder: textInPlace,
    placeholderDOM: (_view, unfold, text: string) => {
      const placeholder = document.createElement('span')
      placeholder.className = 'cm-foldPlaceholder'
      placeholder.textContent = text
      placeholder.title = 'Unfold'
      placeholder.addEventListener('click', unfold)
      return placeholder
    },
  }),
  foldGutter({
    markerDOM: (isOpen) => {
      const marker = document.createElement('span')
      marker.textContent = isOpen ? '⌄' : '›'
      marker.title = isOpen ? 'Fold' : 'Unfold'
      return marker
    },
  }),
]

function textInPlace(state: EditorState, { from }: { from: number }): string {
  const folded = syntaxTree(state).resolveInner(from, -1)
  const container = folded.name === 'Object' || folded.name === 'Array' ? folded : folded.parent
  return container === null ? '…' : visible(firstMember(container, (start, end) => state.sliceDoc(start, end)))
}

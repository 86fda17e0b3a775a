import { highlightSpecialChars } from '@codemirror/view'
import { visible } from '../../electron/common/visible.ts'

/** Control and bidirectional characters, spelled out where they stand. What is copied has the characters themselves. */
export const hiddenCharacters = highlightSpecialChars({
  specialChars: /(?![\t\n])[\p{Cc}\p{Cf}]/gu,
  render: (code) => {
    const shown = document.createElement('span')
    shown.className = 'cm-hidden-character'
    shown.textContent = visible(String.fromCodePoint(code))
    return shown
  },
})

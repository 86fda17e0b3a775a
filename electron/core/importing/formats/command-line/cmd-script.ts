import { cmdCommand } from '../../../../common/client-settings/curl/cmd-words.ts'
import { lineNumbers } from './line-numbers.ts'
import { programOf, programs, type Script } from './script.ts'
import { ScriptState } from './script-state.ts'

/** Reads commands of cmd.exe, such as those of a .bat file. Each is read once; conditions are not looked at. */
export function cmdScript(text: string): Script {
  const state = new ScriptState()
  const lines = lineNumbers(text)
  let comment = ''
  let at = 0
  while (at < text.length) {
    if (/[\s@&|()<>]/.test(text.charAt(at))) {
      at++
      continue
    }
    const said = /(?:::|rem\b)([^\n]*)/iy
    said.lastIndex = at
    const found = said.exec(text)
    if (found !== null) {
      comment = found[1] ?? ''
      at = said.lastIndex
      continue
    }
    const line = lines(at)
    const { words, end, isUnclosed } = cmdCommand(text, at)
    readWords(
      words.map((word) => shown(word, state)),
      { state, line, comment: comment.trim(), isUnclosed },
    )
    comment = ''
    at = Math.max(end, at + 1)
  }
  return state.script()
}

interface Around {
  state: ScriptState
  line: number
  comment: string
  isUnclosed: boolean
}

function readWords(all: readonly string[], { state, line, comment, isUnclosed }: Around): void {
  const at = all.findIndex((word) => programs.has(programOf(bare(word))) || /^set$/i.test(word))
  const words = all.slice(at + 1)
  if (at < 0) return
  if (/^set$/i.test(all[at] ?? '')) {
    setVariable(words, state)
    return
  }
  // for /f … in ('curl …') do set NAME=%%i
  const isLoop = /^for$/i.test(all[0] ?? '')
  const into = isLoop ? (/\bset\s+"?(\w+)=/i.exec(words.slice(-6).join(' '))?.[1] ?? '') : ''
  const end = isLoop ? words.findIndex((word) => /'\)?$/.test(word)) : -1
  if (into !== '') {
    state.answers.add(into)
    if (/token/i.test(`${into} ${words.join(' ')}`)) state.tokens.add(into)
  }
  state.add({
    program: programOf(bare(all[at] ?? '')),
    words: end < 0 ? words : [...words.slice(0, end), (words[end] ?? '').replace(/'\)?$/, '')],
    line,
    comment,
    input: null,
    into,
    isUnclosed,
    isRepeated: isLoop && into === '',
  })
}

/** Without what a loop writes around a command. */
const bare = (word: string): string => word.replace(/^\(?['`]/, '')

/** `set NAME=value`, `set "NAME=value"`, and `set /p NAME=question`, whose value a person gives. */
function setVariable(words: readonly string[], state: ScriptState): void {
  const isAsked = /^\/p$/i.test(words[0] ?? '')
  const [, name, value] =
    /^(\w[\w.-]*)\s*=([\s\S]*)$/.exec(words.slice(isAsked || words[0]?.startsWith('/') === true ? 1 : 0).join(' ')) ??
    []
  if (name === undefined) return
  if (isAsked) state.assignOutput(name)
  else if (!/%%\w/.test(value ?? '')) state.assign(name, value?.trim() ?? '')
}

/** `%NAME%`, `!NAME!`, and `%1`; what is encoded for a form has percent signs as well, with two hexadecimal digits behind each. */
const shown = (word: string, state: ScriptState): string =>
  word.replaceAll(variable, (written, argument?: string, name?: string, delayed?: string) =>
    written === '%%' ? '%' : state.names(`$${argument ?? name ?? delayed ?? ''}`),
  )

const variable =
  /%%|%(?:~?(\d)(?![0-9A-Fa-f])|([A-Z_][A-Z0-9_]{1,99}|(?![0-9A-Fa-f]{2})[A-Za-z]\w{1,99})(?::[^%\n]{1,80})?%)|!([A-Za-z_]\w{1,99})!/g

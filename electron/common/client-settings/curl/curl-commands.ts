import { cmdCommand } from './cmd-words.ts'
import { posixCommand } from './posix-words.ts'
import { powershellCommand } from './powershell-words.ts'
import type { ShellCommand } from './shell-command.ts'

/** Commands that are read of one text. */
const most = 50

/** Every command of a text that runs curl; the words are those behind `curl`. */
export function curlCommands(text: string): ShellCommand[] {
  const read = readerFor(text)
  const commands: ShellCommand[] = []
  const curl = /(?<![\w./=-])curl(?:\.exe)?(?=[\s^`\\])/gi
  while (commands.length < most) {
    const match = curl.exec(text)
    if (match === null) break
    const command = read(text, curl.lastIndex)
    commands.push(command)
    curl.lastIndex = Math.max(curl.lastIndex, command.end)
  }
  return commands
}

function readerFor(text: string): (text: string, from: number) => ShellCommand {
  if (/\^(?:\r?\n|")/.test(text)) return cmdCommand
  return /[^`]`[ \t]{0,20}\r?\n/.test(text) ? powershellCommand : posixCommand
}

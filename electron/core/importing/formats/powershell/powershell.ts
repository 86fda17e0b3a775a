import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { codeBlocks } from '../command-line/code-blocks.ts'
import type { Importer } from '../importer.ts'
import { psScript } from './ps-script.ts'

/** Requests of Invoke-RestMethod, Invoke-WebRequest and curl.exe in scripts of PowerShell. */
export const powershellImporter: Importer = {
  claim: (files) => files.filter(isPowershell),
  read: (files) => files.flatMap(draftOf),
}

const codeOf = ({ text }: ParsedFile): string => codeBlocks(text, /^(?:powershell|pwsh|ps1?|posh)$/i)

function isPowershell(file: ParsedFile): boolean {
  if (file.syntax !== 'text') return false
  const code = codeOf(file)
  return (
    /(?:^|[\s=({|;&])(?:Invoke-(?:RestMethod|WebRequest)\b|(?:irm|iwr)[ \t]+["'$@h-])/im.test(code) ||
    // A backtick continues the lines of a command.
    (/\bcurl(?:\.exe)?[ \t`]/i.test(code) && /[ \t"']`[ \t]{0,20}\r?\n/.test(code) && !/`\s*curl|^#!/.test(code)) ||
    (/\.psm?1$/i.test(file.path) && /\bcurl(?:\.exe)?[ \t`]/i.test(code))
  )
}

function draftOf(file: ParsedFile): ImportDraft[] {
  const { calls, variables, notes } = psScript(codeOf(file), file.atLine)
  if (calls.length === 0) return []
  return [{ format: 'powershell', version: '', name: '', clients: [], calls, variables, variableSets: [], notes }]
}

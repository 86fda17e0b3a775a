import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import type { Importer } from '../importer.ts'
import { cmdScript } from './cmd-script.ts'
import { codeBlocks } from './code-blocks.ts'
import { curlConfig, isCurlConfig } from './curl-config.ts'
import { draftOfScript } from './curl-draft.ts'
import { posixScript } from './posix-script.ts'
import type { Script } from './script.ts'

/** Commands of curl, wget, HTTPie and oauth2c: one, or many in a script; and files of options that curl reads. */
export const curlImporter: Importer = {
  claim: (files) => files.filter((file) => (file.syntax === 'text' && hasCommand(codeOf(file))) || isCurlConfig(file)),
  read: (files) => files.flatMap(draftOf),
}

const codeOf = ({ text }: ParsedFile): string =>
  codeBlocks(
    text,
    /^(?:(?:ba|z|k)?sh|shell|shell-?session|console|terminal|curl|bat|batch|cmd|dos|http|text|txt|plain)$/i,
  )

/** A program's name where a command begins, with something behind it. */
const hasCommand = (text: string): boolean =>
  /(?:^|[\s;&|(`'"$])(?:[\w./\\-]{0,100}[\\/])?(?:curl(?:\.exe)?(?:\\\r?\n|[\s^])+["'$%{\w-]|wget(?:\\\r?\n|[ \t])+["'$\w-]|oauth2c[ \t]+["'$\w\\-]|(?:https?|xhs?)[ \t]+(?:(?:-\S+|GET|POST|PUT|PATCH|DELETE)[ \t]+)*["']?(?:https?:\/\/|\$|:\d|localhost))/i.test(
    text,
  )

function draftOf(file: ParsedFile): ImportDraft[] {
  const { clients, calls, variables, notes } = draftOfScript(scriptOf(file), file.atLine)
  if (calls.length === 0 && clients.length === 0 && notes.length === 0) return []
  const format = calls.length === 0 ? 'oauth2c' : 'curl'
  return [{ format, version: '', name: '', clients, calls, variables, variableSets: [], notes }]
}

function scriptOf(file: ParsedFile): Script {
  const text = codeOf(file)
  if (isCurlConfig(file)) return curlConfig(file.text)
  return isCmd(file.path, text) ? cmdScript(text) : posixScript(text)
}

const isCmd = (path: string, text: string): boolean =>
  /\.(?:bat|cmd)$/i.test(path) ||
  /\^(?:\r?\n|")/.test(text) ||
  (/^[ \t]*(?:@echo off|set (?:\/[pa] )?"?\w+=)/im.test(text) && !text.startsWith('#!'))

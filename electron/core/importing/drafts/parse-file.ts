import { pointerStep } from '../../../common/json-pointer.ts'
import { jsonErrorOf } from '../../json/json-error.ts'
import { lineAt } from '../../json/json-place.ts'
import type { ImportFile, ParsedFile } from './import-file.ts'
import { jsonNumbers } from './json-numbers.ts'
import { jsonWithComments } from './json-with-comments.ts'
import { readYaml } from './yaml-file.ts'

/** Reads a file as JSON, with comments too, or YAML where it is one of them; every other is text. @throws {ImportRefused} */
export function parseFile({ path, text }: ImportFile): ParsedFile {
  const unmarked = text.replace(/^\uFEFF/, '')
  // Lines that end as they once did on a Macintosh.
  const plain = unmarked.includes('\n') ? unmarked : unmarked.replaceAll('\r', '\n')
  const { lineOf, ...read } = valueOf(path, plain)
  return {
    path,
    text: plain,
    ...read,
    at: (...steps) => ({
      file: path,
      line: lineOf(steps),
      pointer: steps.map((step) => `/${pointerStep(String(step))}`).join(''),
    }),
    atLine: (line) => ({ file: path, line, pointer: null }),
  }
}

type Read = Pick<ParsedFile, 'value' | 'syntax' | 'faultLine' | 'numberAt'> & {
  lineOf: (path: readonly (string | number)[]) => number | null
}

const none = { value: undefined, lineOf: () => null, numberAt: () => null }

function valueOf(path: string, text: string): Read {
  const isJson = /^\s*[{[]/.test(text)
  if (isJson) {
    const value = json(text)
    if (value !== undefined)
      return { value, syntax: 'json', faultLine: null, lineOf: () => null, numberAt: jsonNumbers(text) }
  }
  if (!isYaml(path, text)) return { ...none, syntax: 'text', faultLine: isJson ? jsonFaultLine(text) : null }
  const read = readYaml(text)
  return 'faultLine' in read ? { ...none, syntax: 'yaml', ...read } : { ...read, syntax: 'yaml', faultLine: null }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return jsonWithComments(text)
  }
}

function jsonFaultLine(text: string): number {
  try {
    return lineAt(text, jsonErrorOf(text).offset)
  } catch {
    // Nested too deep to be looked at.
    return 1
  }
}

/** By its name, or by its first line that is no comment. */
function isYaml(path: string, text: string): boolean {
  if (/\.ya?ml$/i.test(path)) return true
  const first = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*([^\n]*)/.exec(text.slice(0, 10_000))?.[1] ?? ''
  return /^(?:---|["']?[A-Za-z_][\w.-]*["']?:(?:\s|$))/.test(first)
}

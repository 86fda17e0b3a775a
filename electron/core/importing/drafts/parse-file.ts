import { LineCounter, parseDocument } from 'yaml'
import { pointerStep } from '../../../common/json-pointer.ts'
import { mostImported } from '../../../vocabulary/import-formats.ts'
import type { ImportFile, ParsedFile } from './import-file.ts'
import { ImportRefused } from './import-refused.ts'

/** Reads a file as JSON or YAML where it is one of them; every other is text. */
export function parseFile({ path, text }: ImportFile): ParsedFile {
  const plain = text.replace(/^\uFEFF/, '')
  const file = { path, text: plain, ...valueOf(path, plain) }
  return {
    ...file,
    at: (...steps) => ({
      file: path,
      line: null,
      pointer: steps.map((step) => `/${pointerStep(String(step))}`).join(''),
    }),
    atLine: (line) => ({ file: path, line, pointer: null }),
  }
}

function valueOf(path: string, text: string): Pick<ParsedFile, 'value' | 'syntax'> {
  if (/^\s*[{[]/.test(text)) {
    const value = json(text)
    if (value !== undefined) return { value, syntax: 'json' }
  }
  if (!isYaml(path, text)) return { value: undefined, syntax: 'text' }
  return { value: yaml(text), syntax: 'yaml' }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** By its name, or by its first line that is no comment. */
function isYaml(path: string, text: string): boolean {
  if (/\.ya?ml$/i.test(path)) return true
  const first = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*([^\n]*)/.exec(text.slice(0, 10_000))?.[1] ?? ''
  return /^(?:---|["']?[A-Za-z_][\w.-]*["']?:(?:\s|$))/.test(first)
}

/** Undefined for what is no YAML. Aliases are few, so that no short text becomes a long one. */
function yaml(text: string): unknown {
  try {
    const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: true, strict: true })
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (error instanceof RangeError)
      throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
    return undefined
  }
}

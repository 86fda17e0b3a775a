import type { SecretName } from '../../../contract/secret.ts'
import { readCredentialFile } from '../../credentials/credential-file.ts'
import { unreadable } from '../../credentials/reading.ts'
import type { OutsideSource, ReadSource, SourceReading } from '../source.ts'
import { found, isDocument } from './found.ts'
import { stringAt } from './json-pointer.ts'
import { jsonOf } from './json-text.ts'
import { strictText } from './strict-text.ts'

type File = Extract<OutsideSource, { kind: 'file' }>

/** Reads the file's first line, all of it where the secret is a document, or the string at a pointer of its JSON. */
export const readFile: ReadSource<File> = async ({ path, pointer }, name) => {
  const bytes = await readCredentialFile(path)
  if (!bytes.ok) return bytes
  const text = strictText(bytes.value)
  if (text === null) return unreadable('source_file_not_text', { path })
  if (text === '') return unreadable('source_file_empty', { path })
  if (pointer !== '') return fromJson(text, pointer, path, name)
  return isDocument(name) ? found(text, name, { place: 'file', name: path }, []) : fromFirstLine(text, path, name)
}

function fromJson(text: string, pointer: string, path: string, name: SecretName): SourceReading {
  const document = jsonOf(text)
  if (document === undefined) return unreadable('source_file_not_json', { path })
  const reading = stringAt(document, pointer, path)
  return reading.ok ? found(reading.value, name, { place: 'json_string', name: pointer, within: path }, []) : reading
}

function fromFirstLine(text: string, path: string, name: SecretName): SourceReading {
  if (/^\s*[{[]/.test(text) && jsonOf(text) !== undefined) return unreadable('source_file_needs_pointer', { path })
  const [first = '', ...rest] = text.split(/\r\n|\n|\r/)
  const more = rest.some((line) => line.trim() !== '')
  const facts = more ? [{ name: 'first_of_lines' as const, value: String(rest.length + 1) }] : []
  return found(first, name, { place: 'first_line', name: path }, facts)
}

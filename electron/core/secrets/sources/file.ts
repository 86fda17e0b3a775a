import type { SecretName } from '../../../contract/secret.ts'
import { readCredentialFile } from '../../credentials/credential-file.ts'
import { inWords, type Reading } from './reading.ts'
import type { OutsideSource, ReadSource, SourceReading } from '../source.ts'
import { found, isDocument, notFound } from './found.ts'
import { stringAt } from './json-pointer.ts'
import { jsonOf } from './json-text.ts'
import { strictText } from './strict-text.ts'

type File = Extract<OutsideSource, { kind: 'file' }>

/** Reads the file's first line, all of it where the secret is a document, or the string at a pointer of its JSON. */
export const readFile: ReadSource<File> = async ({ path, pointer }, name) => {
  const bytes = inWords(await readCredentialFile(path))
  if (!bytes.ok) return bytes
  const text = strictText(bytes.value)
  if (text === null) return notFound(`The file ${path} is not text in UTF-8. Save it as that.`)
  if (text === '') return notFound(`The file ${path} is empty. Whatever writes it has not done so yet.`)
  if (pointer !== '') return fromJson(text, pointer, path, name)
  return isDocument(name) ? found(text, name, `The file ${path}`, []) : fromFirstLine(text, path, name)
}

function fromJson(text: string, pointer: string, path: string, name: SecretName): SourceReading {
  const document = jsonOf(text)
  if (document === undefined) {
    return notFound(`The file ${path} is not valid JSON. Correct it, or leave the JSON pointer empty.`)
  }
  const reading: Reading<string> = stringAt(document, pointer)
  if (!reading.ok) return notFound(`In the file ${path}, ${reading.message}`)
  return found(reading.value, name, `The string at ${pointer} of the file ${path}`, [])
}

function fromFirstLine(text: string, path: string, name: SecretName): SourceReading {
  if (/^\s*[{[]/.test(text) && jsonOf(text) !== undefined) {
    return notFound(`The file ${path} is JSON. Enter the JSON pointer of the secret in it, such as /client_secret.`)
  }
  const [first = '', ...rest] = text.split(/\r\n|\n|\r/)
  const more = rest.some((line) => line.trim() !== '')
  const facts = more ? [{ name: 'Taken', value: `the first of ${rest.length + 1} lines` }] : []
  return found(first, name, `The first line of the file ${path}`, facts)
}

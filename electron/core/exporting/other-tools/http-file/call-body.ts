import type { ApiCall, ApiPart } from '../../../../contract/api-call.ts'
import { encodeAround } from './encode-around.ts'
import { type BodyLines, textLines } from './plain-body.ts'

export interface WrittenBody extends BodyLines {
  /** Empty where none belongs to it. */
  contentType: string
  /** Files that a person has to put beside the file. */
  toPlace: readonly string[]
}

const none: WrittenBody = { lines: [], files: [], contentType: '', toPlace: [] }

/** The body of a call; `stem` is how files that it needs begin. Of GET and HEAD none is sent. */
export function bodyLines({ method, body }: ApiCall, stem: string, named: (text: string) => string): WrittenBody {
  if (method === 'GET' || method === 'HEAD') return none
  switch (body.kind) {
    case 'none':
      return none
    case 'json':
      return { ...none, ...textLines(named(body.text), `${stem}.json`), contentType: 'application/json' }
    case 'text':
      return { ...none, ...textLines(named(body.text), `${stem}.txt`), contentType: body.contentType }
    case 'form': {
      const sent = body.fields.filter(({ enabled, name, value }) => enabled && `${name}${value}` !== '')
      const pairs = sent.map(({ name, value }) => `${encodeAround(named(name))}=${encodeAround(named(value))}`)
      return {
        ...none,
        lines: pairs.length === 0 ? [] : [pairs.join('&')],
        contentType: 'application/x-www-form-urlencoded',
      }
    }
    case 'multipart':
      return multipartLines(
        body.parts.filter(({ enabled }) => enabled),
        stem,
        named,
      )
    case 'file':
      return {
        ...none,
        lines: [`< ./${fileName(body.file.name)}`],
        contentType: body.contentType,
        toPlace: [fileName(body.file.name)],
      }
  }
}

const boundary = 'ccx-boundary-7MA4YWxkTrZu0gW'

function multipartLines(parts: readonly ApiPart[], stem: string, named: (text: string) => string): WrittenBody {
  const written = parts.map((part, index) => partLines(part, `${stem}-${index + 1}.txt`, named))
  return {
    lines: written.length === 0 ? [] : [...written.flatMap(({ lines }) => lines), `--${boundary}--`],
    files: written.flatMap(({ files }) => files),
    contentType: `multipart/form-data; boundary=${boundary}`,
    toPlace: written.flatMap(({ toPlace }) => toPlace),
  }
}

function partLines(part: ApiPart, path: string, named: (text: string) => string): WrittenBody {
  const isFile = part.kind === 'file'
  const name = isFile ? fileName(part.file.name) : ''
  const disposition = `form-data; name="${quoted(named(part.name))}"${isFile ? `; filename="${quoted(name)}"` : ''}`
  const content = isFile ? { lines: [`< ./${name}`], files: [] } : textLines(named(part.value), path)
  return {
    ...none,
    lines: [
      `--${boundary}`,
      `Content-Disposition: ${disposition}`,
      ...(part.contentType === '' ? [] : [`Content-Type: ${part.contentType}`]),
      '',
      ...content.lines,
    ],
    files: content.files,
    toPlace: isFile ? [name] : [],
  }
}

/** @see https://html.spec.whatwg.org/#multipart-form-data */
const quoted = (text: string): string => text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** A file has a name and no folder. */
const fileName = (name: string): string => name.replace(/[/\\\r\n]/g, '_') || 'file'

import type { ApiPart } from '../../../../contract/api-call.ts'
import type { CurlOption } from '../../../../common/client-settings/curl/curl-options.ts'

/** A part of a form: `name=text`, `name=@file;type=…`, `name=<file`. The rest of its parameters has no place here. */
export function partOf({ name: option, value }: CurlOption, unread: (file: string) => void): ApiPart {
  const equals = value.indexOf('=')
  const name = equals < 0 ? value : value.slice(0, equals)
  const content = equals < 0 ? '' : value.slice(equals + 1)
  if (option === 'form-string') return { kind: 'text', name, value: content, contentType: '', enabled: true }
  const { text, parameters } = parametersOf(content)
  const contentType = parameters.find((one) => /^type=/i.test(one))?.slice(5) ?? ''
  if (!/^[@<]/.test(text)) return { kind: 'text', name, value: text, contentType, enabled: true }
  const path = unquoted(text.slice(1))
  unread(path)
  const said = unquoted(parameters.find((one) => /^filename=/i.test(one))?.slice(9) ?? '')
  const fileName = said || (path.split(/[\\/]/).at(-1) ?? '')
  return { kind: 'file', name, file: { path: '', name: fileName }, contentType, enabled: true }
}

/** A text in quotes may hold the marks that separate parameters. */
function parametersOf(content: string): { text: string; parameters: string[] } {
  if (content.startsWith('"')) {
    const end = closing(content)
    if (end > 0) {
      const after = content
        .slice(end + 1)
        .split(';')
        .slice(1)
      return { text: unquoted(content.slice(0, end + 1)), parameters: after.map((one) => one.trim()) }
    }
  }
  const [text = '', ...rest] = content.split(';')
  const parameters = rest.map((one) => one.trim())
  // A semicolon that no parameter follows is part of the text.
  return parameters.length > 0 && parameters.every((one) => /^(?:type|filename|headers|encoder)=/i.test(one))
    ? { text, parameters }
    : { text: content, parameters: [] }
}

function closing(text: string): number {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return -1
}

const unquoted = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
    : text

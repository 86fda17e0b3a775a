import type { ApiBody, ApiCall } from '../../contract/api-call.ts'

/** What a saved call is called: without a name, by its method and URL. */
export const callTitle = ({ name, method, url }: Pick<ApiCall, 'name' | 'method' | 'url'>): string =>
  name === '' ? `${method} ${url}` : name

/** What fields of a call are called on screen. */
const fields: Readonly<Record<string, string>> = {
  name: 'name',
  folder: 'folder',
  method: 'method',
  url: 'URL',
  query: 'query',
  headers: 'headers',
  body: 'body',
  authorization: 'token',
  followRedirects: 'follow redirects',
  renewOn401: 'renew on 401',
  scope: 'required scopes',
  assertions: 'assertions',
  notes: 'notes',
}

/** What differs between saved calls, named. */
export const callChange = {
  call: (title: string) => `Call “${title}”`,
  field: (title: string, field: string) => `Call “${title}”: ${fields[field] ?? field}`,
  order: 'Order of calls',
  more: (count: number) => `${count} more calls differ`,
}

interface Row {
  name: string
  value: string | null
  enabled: boolean
}

const notSent = (enabled: boolean) => (enabled ? '' : ' (not sent)')

export const rowLine = ({ name, value, enabled }: Row, separator: string): string =>
  `${name}${value === null ? '' : `${separator}${value}`}${notSent(enabled)}`

/** A body for a list of changes, line by line; files by their names. */
export function apiBodyLines(body: ApiBody): string[] {
  switch (body.kind) {
    case 'none':
      return []
    case 'json':
      return ['JSON', body.text]
    case 'text':
      return [body.contentType || 'Text', body.text]
    case 'form':
      return ['Form', ...body.fields.map((field) => rowLine(field, '='))]
    case 'multipart':
      return [
        'Multipart',
        ...body.parts.map((part) =>
          part.kind === 'text' ? rowLine(part, '=') : `${part.name}: file “${part.file.name}”${notSent(part.enabled)}`,
        ),
      ]
    case 'file':
      return [`File “${body.file.name}”${body.contentType === '' ? '' : `, ${body.contentType}`}`]
  }
}

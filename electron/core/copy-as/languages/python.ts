import { joinedHeaders, needsOf, type Piece, type Program, type WrittenRequest } from '../pieces.ts'
import { base64Of, bodyExpression, commentLines, type Expressions, hex, quotedText, textExpression } from './literal.ts'

/** A script for Python 3 with the package `requests`. */
export function pythonProgram({ notes, variables, token, call, followRedirects }: Program): string {
  const needs = needsOf({ token, call })
  return [
    ...commentLines('#', notes),
    ...(needs.basic || needs.bytes ? ['import base64'] : []),
    ...(needs.json ? ['import json'] : []),
    ...(variables.length > 0 ? ['import os'] : []),
    ...(needs.form ? ['from urllib.parse import quote_plus'] : []),
    ...(needs.url ? ['from urllib.parse import quote'] : []),
    'import requests',
    '',
    ...variables.map((name) => `${name} = os.environ["${name}"]`),
    ...(variables.length > 0 ? [''] : []),
    ...(token === null
      ? []
      : [
          ...requesting('token_response', token, false),
          'token_response.raise_for_status()',
          'ACCESS_TOKEN = token_response.json()["access_token"]',
          '',
        ]),
    ...requesting('response', call, followRedirects),
    'print(response.status_code, response.reason)',
    'print(response.text)',
    '',
  ].join('\n')
}

function requesting(name: string, { method, url, headers, body }: WrittenRequest, follows: boolean): string[] {
  return [
    `${name} = requests.request(`,
    `    ${text(method)},`,
    `    ${textExpression(expressions, url)},`,
    '    headers={',
    ...joinedHeaders(headers).map(
      ([header, value]) => `        ${text(header)}: ${textExpression(expressions, value)},`,
    ),
    '    },',
    ...(body === null ? [] : [`    data=${bodyExpression(expressions, body)},`]),
    `    allow_redirects=${follows ? 'True' : 'False'},`,
    ')',
  ]
}

const text = (value: string): string =>
  quotedText(value, (point) => (point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`))

function variable(piece: Exclude<Piece, string>): string {
  const encoded = piece.as === 'form' ? `quote_plus(${piece.variable})` : piece.variable
  if ('basic' in piece) return `base64.b64encode((${text(piece.basic)} + ${encoded}).encode()).decode()`
  if (piece.as === 'url') return `quote(${piece.variable}, safe="")`
  return piece.as === 'json' ? `json.dumps(${piece.variable})[1:-1]` : encoded
}

const expressions: Expressions = {
  text,
  variable,
  joined: (parts) => parts.join(' + '),
  encoded: (expression) => `(${expression}).encode()`,
  bytes: (bytes) => `base64.b64decode("${base64Of(bytes)}")`,
  file: (path) => `open(${text(path)}, "rb").read()`,
  concatenated: (parts) => parts.join(' + '),
}

import { needsOf, type Piece, type Program, type WrittenRequest } from '../pieces.ts'
import { withoutFields } from './left-out.ts'
import {
  base64Of,
  bodyExpression,
  commentLines,
  type Expressions,
  quotedText,
  textExpression,
  utf16Escapes,
} from './literal.ts'

/** `fetch` of Node.js throws on these, and sends its own Host. */
const refused = new Set(['expect', 'host', 'keep-alive', 'transfer-encoding', 'upgrade'])

/** A module for Node.js 18 or later. */
export function javascriptProgram(program: Program): string {
  const { notes, variables, token, call, followRedirects } = withoutFields(program, refused, 'fetch')
  return [
    ...commentLines('//', notes),
    ...(needsOf({ token, call }).file ? ['import { readFileSync } from "node:fs"', ''] : []),
    ...variables.map((name) => `const ${name} = process.env.${name}`),
    ...(variables.length > 0 ? [''] : []),
    ...(token === null
      ? []
      : [
          ...fetching('tokenResponse', token, false),
          'if (!tokenResponse.ok) throw new Error(await tokenResponse.text())',
          'const { access_token: ACCESS_TOKEN } = await tokenResponse.json()',
          '',
        ]),
    ...fetching('response', call, followRedirects),
    'console.log(response.status, response.statusText)',
    'console.log(await response.text())',
    '',
  ].join('\n')
}

function fetching(name: string, { method, url, headers, body }: WrittenRequest, follows: boolean): string[] {
  return [
    `const ${name} = await fetch(${textExpression(expressions, url)}, {`,
    `  method: ${text(method)},`,
    `  redirect: ${follows ? '"follow"' : '"manual"'},`,
    '  headers: [',
    ...headers.map(([header, value]) => `    [${text(header)}, ${textExpression(expressions, value)}],`),
    '  ],',
    ...(body === null ? [] : [`  body: ${bodyExpression(expressions, body)},`]),
    '})',
  ]
}

const text = (value: string): string => quotedText(value, utf16Escapes)

function variable(piece: Exclude<Piece, string>): string {
  const encoded = piece.as === 'form' || piece.as === 'url' ? `encodeURIComponent(${piece.variable})` : piece.variable
  if ('basic' in piece) return `Buffer.from(${text(piece.basic)} + ${encoded}).toString("base64")`
  return piece.as === 'json' ? `JSON.stringify(${piece.variable}).slice(1, -1)` : encoded
}

const expressions: Expressions = {
  text,
  variable,
  joined: (parts) => parts.join(' + '),
  encoded: (expression) => `Buffer.from(${expression})`,
  bytes: (bytes) => `Buffer.from("${base64Of(bytes)}", "base64")`,
  file: (path) => `readFileSync(${text(path)})`,
  concatenated: (parts) => `Buffer.concat([${parts.join(', ')}])`,
}

/** A way in which people, shells and programs hand on the text of a key, and its name. */
export type Wrapping = readonly [name: string, wrap: (text: string) => string]

const base64 = (text: string) => Buffer.from(text).toString('base64')
const lines = (text: string) => text.trim().split('\n')

/** Of a PEM text, which they keep whole. */
export const pemWrappings: readonly Wrapping[] = [
  ['as it is', (text) => text],
  ['with a byte order mark', (text) => `\uFEFF${text}`],
  ['with \\n', (text) => text.trim().replaceAll('\n', '\\n')],
  ['with \\\\n', (text) => text.trim().replaceAll('\n', '\\\\n')],
  ['with \\r\\n', (text) => text.trim().replaceAll('\n', '\\r\\n')],
  ['with \\n and line breaks', (text) => text.replaceAll('\n', '\\n\n')],
  ['with \\u000a', (text) => text.replaceAll('\n', '\\u000a')],
  ['on lines of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['on one line', (text) => text.trim().replaceAll('\n', ' ')],
  ['on one line without spaces between', (text) => text.replaceAll('\n', '')],
  ['in quotation marks', (text) => `"${text.trim()}"`],
  ['in quotation marks, with \\n', (text) => `"${text.trim().replaceAll('\n', '\\n')}"`],
  ['in single quotes', (text) => `'${text}'`],
  ['as a variable', (text) => `PRIVATE_KEY="${text.trim().replaceAll('\n', '\\n')}"\nOTHER=1\n`],
  [
    'as YAML',
    (text) =>
      `key: |\n${lines(text)
        .map((line) => `  ${line}`)
        .join('\n')}\n`,
  ],
  [
    'quoted in a mail',
    (text) =>
      lines(text)
        .map((line) => `> ${line}`)
        .join('\n'),
  ],
  [
    'as source code',
    (text) =>
      lines(text)
        .map((line) => `  "${line}\\n"`)
        .join(' +\n'),
  ],
  [
    'as source code in single quotes',
    (text) =>
      lines(text)
        .map((line) => `'${line}\\n'`)
        .join(',\n'),
  ],
  ['as JSON', (text) => JSON.stringify(text)],
  ['as JSON of PHP', (text) => JSON.stringify(text).replaceAll('/', '\\/')],
  ['as JSON within JSON', (text) => JSON.stringify(JSON.stringify(text))],
  ['in percent-encoding', (text) => encodeURIComponent(text)],
  ['form-encoded', (text) => new URLSearchParams({ a: text }).toString().slice(2)],
  ['in HTML', (text) => text.replaceAll('\n', '&#10;')],
  ['with dashes of a word processor', (text) => text.replaceAll('-----', '\u2014\u2013')],
  ['with zero-width characters', (text) => text.replaceAll('\n', '\n\u200B')],
  ['among Bag Attributes', (text) => `Bag Attributes\n    localKeyID: 01 02\nKey Attributes: <No Attributes>\n${text}`],
  [
    'behind EC PARAMETERS',
    (text) => `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${text}`,
  ],
  ['in a member of JSON', (text) => JSON.stringify({ type: 'x', deep: [{ [`some key`]: text }], id: 'a'.repeat(60) })],
]

/** Of any text, PEM or not. */
export const textWrappings: readonly Wrapping[] = [
  ['in base64', base64],
  ['in base64 on lines', (text) => base64(text).replaceAll(/.{76}/g, '$&\n')],
  ['in base64url without padding', (text) => Buffer.from(text).toString('base64url')],
  ['in base64 of base64', (text) => base64(base64(text))],
  ['in base64 of UTF-16', (text) => Buffer.from(text, 'utf16le').toString('base64')],
  ['in base64 as a variable', (text) => `export KEY_BASE64='${base64(text)}'`],
  ['as a data: URL', (text) => `data:application/x-pem-file;base64,${base64(text)}`],
  ['in base64 within JSON', (text) => JSON.stringify({ data: { 'tls.key': base64(text) } })],
]

export const encodings: readonly (readonly [name: string, encode: (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-16, little end first, with its mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16, little end first', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16, big end first, with its mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['UTF-16, big end first', (text) => Buffer.from(text, 'utf16le').swap16()],
]

import { needsOf, type Piece, type Program, variablesOf, type WrittenRequest } from '../pieces.ts'
import { base64Of, bodyExpression, commentLines, type Expressions, hex, quotedText, textExpression } from './literal.ts'

/** A program of one file. Go compiles none that imports what it does not use. */
export function goProgram({ notes, variables, token, call, followRedirects }: Program): string {
  const used = new Set(['bytes', 'fmt', 'io', 'log', 'net/http', 'os'])
  if (token !== null) used.add('encoding/json')
  const expressions = expressionsIn(used)
  const body = [
    ...variables.map((name) => `\t${name} := os.Getenv("${name}")`),
    ...(token === null
      ? []
      : [
          `\ttokenAnswer := ${sending(expressions, token, false)}`,
          '\tvar token struct {',
          '\t\tAccessToken string `json:"access_token"`',
          '\t}',
          '\tif err := json.Unmarshal(tokenAnswer, &token); err != nil {',
          '\t\tlog.Fatal(err)',
          '\t}',
          ...(variablesOf(call).some(({ variable: name }) => name === 'ACCESS_TOKEN')
            ? ['\tACCESS_TOKEN := token.AccessToken']
            : []),
        ]),
    `\tfmt.Println(string(${sending(expressions, call, followRedirects)}))`,
  ]
  const needs = needsOf({ token, call })
  return [
    ...commentLines('//', notes),
    'package main',
    '',
    'import (',
    ...[...used].toSorted().map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...body,
    '}',
    '',
    ...send,
    ...(needs.file ? ['', ...read] : []),
    ...(needs.bytes ? ['', ...decode] : []),
    ...(needs.json ? ['', ...inJson] : []),
    '',
  ].join('\n')
}

function sending(expressions: Expressions, { method, url, headers, body }: WrittenRequest, follows: boolean): string {
  const address = textExpression(expressions, url)
  const fields = headers.map(
    ([name, value]) => `\t\t{${text(name)}, ${textExpression({ ...expressions, text: latin1Text }, value)}},\n`,
  )
  const sent = body === null ? 'nil' : bodyExpression(expressions, body)
  return `send(${text(method)}, ${address}, [][2]string{\n${fields.join('')}\t}, ${sent}, ${follows})`
}

const send = [
  'func send(method, address string, headers [][2]string, body []byte, follow bool) []byte {',
  '\trequest, err := http.NewRequest(method, address, bytes.NewReader(body))',
  '\tif err != nil {',
  '\t\tlog.Fatal(err)',
  '\t}',
  '\tfor _, header := range headers {',
  '\t\trequest.Header.Add(header[0], header[1])',
  '\t}',
  '\trequest.Host = request.Header.Get("Host")',
  '\tclient := &http.Client{}',
  '\tif !follow {',
  '\t\tclient.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }',
  '\t}',
  '\tresponse, err := client.Do(request)',
  '\tif err != nil {',
  '\t\tlog.Fatal(err)',
  '\t}',
  '\tdefer response.Body.Close()',
  '\tanswer, err := io.ReadAll(response.Body)',
  '\tif err != nil {',
  '\t\tlog.Fatal(err)',
  '\t}',
  '\tfmt.Fprintln(os.Stderr, response.Status)',
  '\treturn answer',
  '}',
]

const read = [
  'func read(path string) []byte {',
  '\tcontent, err := os.ReadFile(path)',
  '\tif err != nil {',
  '\t\tlog.Fatal(err)',
  '\t}',
  '\treturn content',
  '}',
]

const decode = [
  'func decode(text string) []byte {',
  '\tcontent, err := base64.StdEncoding.DecodeString(text)',
  '\tif err != nil {',
  '\t\tlog.Fatal(err)',
  '\t}',
  '\treturn content',
  '}',
]

const inJson = [
  'func inJSON(text string) string {',
  '\tquoted, err := json.Marshal(text)',
  '\tif err != nil {',
  '\t\tlog.Fatal(err)',
  '\t}',
  '\treturn string(quoted[1 : len(quoted)-1])',
  '}',
]

const hidden = (point: number): string => (point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`)
const text = (value: string): string => quotedText(value, hidden)

/** Go sends the bytes of a string; header fields travel as Latin-1. */
const latin1Text = (value: string): string =>
  /^[\0-\xFF]*$/.test(value) && /[\x80-\xFF]/.test(value)
    ? quotedText(value, (point) => `\\x${hex(point, 2)}`, true)
    : text(value)

const expressionsIn = (used: Set<string>): Expressions => ({
  text,
  variable: (piece) => variable(piece, used),
  joined: (parts) => parts.join(' + '),
  encoded: (expression) => `[]byte(${expression})`,
  bytes: (bytes) => {
    used.add('encoding/base64')
    return `decode("${base64Of(bytes)}")`
  },
  file: (path) => `read(${text(path)})`,
  concatenated: (parts) => `bytes.Join([][]byte{${parts.join(', ')}}, nil)`,
})

function variable(piece: Exclude<Piece, string>, used: Set<string>): string {
  if (piece.as === 'form') used.add('net/url')
  const encoded = piece.as === 'form' ? `url.QueryEscape(${piece.variable})` : piece.variable
  if (piece.as === 'url') {
    used.add('net/url')
    used.add('strings')
    return `strings.ReplaceAll(url.QueryEscape(${piece.variable}), "+", "%20")`
  }
  if ('basic' in piece) {
    used.add('encoding/base64')
    return `base64.StdEncoding.EncodeToString([]byte(${text(piece.basic)} + ${encoded}))`
  }
  if (piece.as !== 'json') return encoded
  used.add('encoding/json')
  return `inJSON(${piece.variable})`
}

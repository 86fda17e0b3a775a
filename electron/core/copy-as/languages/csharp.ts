import type { Piece, Program, WrittenRequest } from '../pieces.ts'
import {
  base64Of,
  bodyExpression,
  commentLines,
  type Expressions,
  quotedText,
  textExpression,
  utf16Escapes,
} from './literal.ts'

/** Top-level statements for .NET 8 or later. */
export function csharpProgram({ notes, variables, token, call, followRedirects }: Program): string {
  return [
    ...commentLines('//', notes),
    'using System.Net.Http;',
    'using System.Text;',
    'using System.Text.Json;',
    '',
    ...variables.map((name) => `var ${name} = Environment.GetEnvironmentVariable("${name}") ?? "";`),
    'using var client = new HttpClient(new SocketsHttpHandler',
    '{',
    `    AllowAutoRedirect = ${followRedirects ? 'true' : 'false'},`,
    '    RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,',
    '});',
    '',
    ...(token === null
      ? []
      : [
          ...sending('token', token),
          'tokenResponse.EnsureSuccessStatusCode();',
          'using var tokenAnswer = JsonDocument.Parse(await tokenResponse.Content.ReadAsStringAsync());',
          'var ACCESS_TOKEN = tokenAnswer.RootElement.GetProperty("access_token").GetString();',
          '',
        ]),
    ...sending('call', call),
    'Console.WriteLine((int)callResponse.StatusCode);',
    'Console.WriteLine(await callResponse.Content.ReadAsStringAsync());',
    '',
  ].join('\n')
}

function sending(name: string, { method, url, headers, body }: WrittenRequest): string[] {
  const ofContent = headers.filter(([header]) => isOfContent(header))
  const needsContent = body !== null || ofContent.length > 0
  return [
    `using var ${name}Request = new HttpRequestMessage(new HttpMethod(${text(method)}), ${textExpression(expressions, url)});`,
    ...(needsContent
      ? [`${name}Request.Content = new ByteArrayContent(${body === null ? '[]' : bodyExpression(expressions, body)});`]
      : []),
    ...headers.map(([header, value]) => {
      const place = isOfContent(header) ? 'Content.Headers' : 'Headers'
      return `${name}Request.${place}.TryAddWithoutValidation(${text(header)}, ${textExpression(expressions, value)});`
    }),
    `using var ${name}Response = await client.SendAsync(${name}Request);`,
  ]
}

/** .NET keeps these with the content, and takes them nowhere else. */
const isOfContent = (name: string): boolean => /^(?:content-|allow$|expires$|last-modified$)/i.test(name)

const text = (value: string): string => quotedText(value, utf16Escapes)

function variable(piece: Exclude<Piece, string>): string {
  const encoded = piece.as === 'form' || piece.as === 'url' ? `Uri.EscapeDataString(${piece.variable})` : piece.variable
  if ('basic' in piece) {
    return `Convert.ToBase64String(Encoding.UTF8.GetBytes(${text(piece.basic)} + ${encoded}))`
  }
  return piece.as === 'json' ? `JsonSerializer.Serialize(${piece.variable})[1..^1]` : encoded
}

const expressions: Expressions = {
  text,
  variable,
  joined: (parts) => parts.join(' + '),
  encoded: (expression) => `Encoding.UTF8.GetBytes(${expression})`,
  bytes: (bytes) => `Convert.FromBase64String("${base64Of(bytes)}")`,
  file: (path) => `File.ReadAllBytes(${text(path)})`,
  concatenated: (parts) => `[${parts.map((part) => `.. ${part}`).join(', ')}]`,
}

import { withoutFields } from './left-out.ts'
import { needsOf, type Piece, type Program, type WrittenRequest } from '../pieces.ts'
import { copyNotes } from '../../../wording/copy-as.ts'
import {
  base64Of,
  bodyExpression,
  commentLines,
  type Expressions,
  hex,
  quotedText,
  textExpression,
  utf16Escapes,
} from './literal.ts'

/** `java.net.http` throws on these. */
const refused = new Set(['connection', 'content-length', 'expect', 'host', 'upgrade'])

/** A program of one file for Java 11 or later, in ASCII: which encoding a compiler reads depends on its system. */
export function javaProgram(program: Program): string {
  const { notes, variables, token, call, followRedirects } = withoutFields(program, refused, 'the HTTP client of Java')
  const isForeign = call.headers.some(([, value]) =>
    value.some((piece) => typeof piece === 'string' && /[^\0-~]/.test(piece)),
  )
  const needs = needsOf({ token, call })
  return [
    ...commentLines('//', isForeign ? [...notes, copyNotes.javaHeader] : notes).map(ascii),
    'import java.io.*;',
    'import java.net.*;',
    'import java.net.http.*;',
    'import java.nio.file.*;',
    'import java.util.*;',
    'import java.util.regex.*;',
    'import static java.nio.charset.StandardCharsets.UTF_8;',
    '',
    'public class Call {',
    '    public static void main(String[] arguments) throws Exception {',
    ...variables.map((name) => `        String ${name} = System.getenv("${name}");`),
    ...(token === null
      ? []
      : [
          `        String tokenAnswer = ${sending(token, false)};`,
          '        Matcher token = Pattern.compile("\\"access_token\\"\\\\s*:\\\\s*\\"([^\\"\\\\\\\\]+)\\"").matcher(tokenAnswer);',
          '        if (!token.find()) throw new IOException(tokenAnswer);',
          '        String ACCESS_TOKEN = token.group(1);',
        ]),
    `        System.out.println(${sending(call, followRedirects)});`,
    '    }',
    '',
    ...send,
    ...(needs.mixed ? ['', ...bytes] : []),
    ...(needs.json ? ['', ...inJson] : []),
    '}',
    '',
  ].join('\n')
}

function sending({ method, url, headers, body }: WrittenRequest, follows: boolean): string {
  const fields = headers.flatMap(([name, value]) => [text(name), textExpression(expressions, value)])
  const address = url.map((piece) => (typeof piece === 'string' ? fitForUri(piece) : piece))
  const sent = body === null ? 'null' : bodyExpression(expressions, body)
  return `send(${text(method)}, ${textExpression(expressions, address)}, ${sent}, ${follows},\n            ${fields.join(', ')})`
}

const send = [
  '    static String send(String method, String url, byte[] body, boolean follow, String... headers) throws Exception {',
  '        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)',
  '            .followRedirects(follow ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER).build();',
  '        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method, body == null',
  '            ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));',
  '        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);',
  '        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());',
  '        System.err.println(response.statusCode());',
  '        return response.body();',
  '    }',
]

const bytes = [
  '    static byte[] bytes(byte[]... parts) throws IOException {',
  '        ByteArrayOutputStream all = new ByteArrayOutputStream();',
  '        for (byte[] part : parts) all.write(part);',
  '        return all.toByteArray();',
  '    }',
]

const inJson = [
  '    static String inJson(String text) {',
  '        return text.replace("\\\\", "\\\\\\\\").replace("\\"", "\\\\\\"");',
  '    }',
]

/** `java.net.URI` takes less than the URL Standard: what it refuses is percent-encoded. @see RFC 3986 §2 */
const fitForUri = (url: string): string =>
  url.replaceAll(/[{}|\\^[\]`"<> ]/g, (character) => `%${hex(character.charCodeAt(0), 2).toUpperCase()}`)

/** A constant ends at 65,535 bytes. */
const longestConstant = 10_000

function text(value: string): string {
  if (value.length <= longestConstant) return constant(value)
  const characters = Array.from(value)
  const parts = Array.from({ length: Math.ceil(characters.length / longestConstant) }, (_, index) =>
    constant(characters.slice(index * longestConstant, (index + 1) * longestConstant).join('')),
  )
  return `String.join("", ${parts.join(', ')})`
}

/** Java reads `\uXXXX` before anything else: what ends a line or a text is written in octal. */
const constant = (value: string): string =>
  quotedText(value, (point) => (point < 0x80 ? `\\${point.toString(8).padStart(3, '0')}` : utf16Escapes(point)), true)

const ascii = (line: string): string => line.replaceAll(/[^ -~]/g, '_')

function variable(piece: Exclude<Piece, string>): string {
  const encoded = piece.as === 'form' ? `URLEncoder.encode(${piece.variable}, UTF_8)` : piece.variable
  if ('basic' in piece) return `Base64.getEncoder().encodeToString((${text(piece.basic)} + ${encoded}).getBytes(UTF_8))`
  if (piece.as === 'url') return `URLEncoder.encode(${piece.variable}, UTF_8).replace("+", "%20")`
  return piece.as === 'json' ? `inJson(${piece.variable})` : encoded
}

const expressions: Expressions = {
  text,
  variable,
  joined: (parts) => parts.join(' + '),
  encoded: (expression) => `(${expression}).getBytes(UTF_8)`,
  bytes: (content) => `Base64.getDecoder().decode(${text(base64Of(content))})`,
  file: (path) => `Files.readAllBytes(Path.of(${text(path)}))`,
  concatenated: (parts) => `bytes(${parts.join(', ')})`,
}

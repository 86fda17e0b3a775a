const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const form = (token: string) => new URLSearchParams({ access_token: token, token_type: 'bearer' }).toString()
const json = JSON.stringify
const python = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`

/** Ways in which servers were seen to answer with a token, by name: content type and body. */
export const bodyFormats: Readonly<Record<string, (token: string) => readonly [string, string]>> = {
  JSON: (token) => ['application/json', json({ access_token: token, token_type: 'Bearer' })],
  'nested JSON': (token) => ['application/json', json({ data: { token: { access_token: token } } })],
  'a list in JSON': (token) => ['application/json', json({ access_token: [token] })],
  'an entry of JSON': (token) => ['application/json', json([{ name: 'access_token', value: token }])],
  'an object below the name': (token) => ['application/json', json({ access_token: { id: token, type: 'Bearer' } })],
  'an entry with the value first': (token) => ['application/json', json([{ value: token, key: 'access_token' }])],
  'a pair of JSON': (token) => ['application/json', json([['access_token', token]])],
  'JSON in a JSON string': (token) => ['application/json', json({ result: json({ access_token: token }) })],
  'JSON that was cut off': (token) => ['application/json', `{"x":1,"access_token":${json(token).slice(0, -1)}`],
  'single quotation marks': (token) => ['text/plain', `{'access_token': ${python(token)}, 'expires_in': 60}`],
  'a form': (token) => ['application/x-www-form-urlencoded', form(token)],
  'a form called text': (token) => ['text/plain', form(token)],
  'a query in a sentence': (token) => ['text/plain', `Go on at https://a.example/cb?${form(token)} please.`],
  YAML: (token) => ['application/yaml', `token_type: Bearer\naccess_token: ${json(token)}\n`],
  'a YAML block': (token) => ['application/yaml', `access_token: >-\n  ${token}\ntoken_type: Bearer\n`],
  'an XML element': (token) => ['application/xml', `<r><access_token>${xml(token)}</access_token></r>`],
  'an XML element of a namespace': (token) => ['text/xml', `<o:r><o:access_token>${xml(token)}</o:access_token></o:r>`],
  'XML with CDATA': (token) => ['text/xml', `<access_token><![CDATA[${token}]]></access_token>`],
  'an XML attribute': (token) => ['application/xml', `<r access_token="${xml(token)}" type="Bearer"/>`],
  'a property list': (token) => ['text/xml', `<dict><key>access_token</key><string>${xml(token)}</string></dict>`],
  'an HTML form': (token) => ['text/html', `<form><input name="access_token" value="${xml(token)}"></form>`],
  'an HTML table': (token) => ['text/html', `<tr><td>access_token</td><td>${xml(token)}</td></tr>`],
  'a JSON string': (token) => ['application/json', json(token)],
}

export function answeredAs(format: string, token: string): { contentType: string; body: string } {
  const [contentType, body] = bodyFormats[format]?.(token) ?? ['', '']
  return { contentType, body }
}

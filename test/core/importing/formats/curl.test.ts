import { describe, expect, test } from 'vitest'
import type { DraftCall, ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { ImportRefused } from '../../../../electron/core/importing/drafts/import-refused.ts'
import { readForeign } from '../../../../electron/core/importing/read-foreign.ts'
import { because } from '../../../support/skipped.ts'
import { missingImports, sharedImport } from '../../../support/shared-imports.ts'
import { draftOf, draftsOf } from './read-drafts.ts'

const lines = (draft: ImportDraft): string[] => draft.calls.map(({ method, url }) => `${method} ${url}`)
const headers = (call: DraftCall | undefined): string[] =>
  call?.headers.map(({ name, value }) => `${name}: ${value}`) ?? []
const codes = (draft: ImportDraft): string[] => draft.notes.map(({ fact, place }) => `${place.line} ${fact.code}`)

describe('a script of a shell', () => {
  const script = [
    '#!/bin/bash',
    'AUTH="https://$HOST_NAME/realms/orders/token"',
    '# Request a token',
    'TOKEN=$(curl --location --request POST "${AUTH}" \\',
    '--header "Content-Type: application/x-www-form-urlencoded" \\',
    '--data-urlencode "client_id=${ID}" \\',
    '--data-urlencode "client_secret=${SECRET:-from default}" \\',
    '--data-urlencode "grant_type=client_credentials" | jq \'.access_token\' -r)',
    '',
    '# Orders of today',
    'curl --header "Authorization: Bearer ${TOKEN}" "${API:?missing}/v2/orders" | jq .',
  ].join('\n')

  test('gives its requests with variables, the one of the token as well, each with its line and comment', () => {
    const draft = draftOf(script, 'orders.sh')
    expect(draft.calls.map(({ place, name, method, url }) => [place.line, name, method, url])).toEqual([
      [4, 'Request a token', 'POST', '{{AUTH}}'],
      [11, 'Orders of today', 'GET', '{{API}}/v2/orders'],
    ])
    expect(draft.calls[0]?.body).toEqual({
      kind: 'form',
      fields: [
        { name: 'client_id', value: '{{ID}}', enabled: true },
        { name: 'client_secret', value: '{{SECRET}}', enabled: true },
        { name: 'grant_type', value: 'client_credentials', enabled: true },
      ],
    })
    expect(headers(draft.calls[1])).toEqual(['Authorization: Bearer {{TOKEN}}'])
    expect(draft.variables).toEqual([
      { name: 'SECRET', value: 'from default', secret: false },
      { name: 'AUTH', value: 'https://{{HOST_NAME}}/realms/orders/token', secret: false },
    ])
  })

  test('gives a second variable where one gets a second value', () => {
    const draft = draftOf('U=https://a.test/1\ncurl $U\nU=https://a.test/2\ncurl "$U/x"\n')
    expect(lines(draft)).toEqual(['GET {{U}}', 'GET {{U_2}}/x'])
    expect(draft.variables.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'U=https://a.test/1',
      'U_2=https://a.test/2',
    ])
  })

  test('reads commands in loops and functions once, and says so', () => {
    const draft = draftOf(
      'get() {\n  curl -s "$1/a" > /dev/null 2>&1\n}\nfor i in 1 2; do\n  curl https://a.test/$i; done\ncurl https://a.test/z\n',
    )
    expect(lines(draft)).toEqual(['GET {{argument_1}}/a', 'GET https://a.test/{{i}}', 'GET https://a.test/z'])
    expect(codes(draft)).toEqual(['2 imported_once', '5 imported_once'])
  })

  test('takes a document of the script as the body, with its variables unless its mark is in quotes', () => {
    const draft = draftOf(
      [
        'curl https://a.test/b -H "Content-Type: application/json" -d @- <<EOF | jq .',
        '{"id": "$ID"}',
        'EOF',
        "curl https://a.test/c --json @- <<-'END'",
        '\t{"id": "$ID"}',
        '\tEND',
        'curl https://a.test/d -d "x=1"',
      ].join('\n'),
    )
    expect(draft.calls.map(({ body }) => body)).toEqual([
      { kind: 'json', text: '{"id": "{{ID}}"}' },
      { kind: 'json', text: '{"id": "$ID"}' },
      { kind: 'form', fields: [{ name: 'x', value: '1', enabled: true }] },
    ])
    expect(draft.calls[2]?.place.line).toBe(7)
  })

  test('encodes what a script would encode for Basic, so that its variables are there again', () => {
    const draft = draftOf('curl https://a.test -H "Authorization: Basic $(echo -n "$ID:$SECRET" | base64 -w0)"\n')
    expect(draft.calls[0]?.authorization).toEqual({ kind: 'basic', username: '{{ID}}', password: '{{SECRET}}' })
    const ofVariable = draftOf('B=$(printf "%s" "$ID:$S" | base64)\ncurl https://a.test -H "Authorization: Basic $B"')
    expect(ofVariable.calls[0]?.authorization).toEqual({ kind: 'basic', username: '{{ID}}', password: '{{S}}' })
  })

  test('says why a variable has no value, where a request uses it', () => {
    const draft = draftOf(
      'D=$(dirname "$0")\nID=$(uuidgen)\nKEY=$(cat /run/key)\nX=$(vault kv get secret)\ncurl https://a.test -H "I: $ID" -H "K: $KEY" -H "X: $X"\n',
    )
    expect(codes(draft)).toEqual(['2 generated_value', '3 file_not_read', '4 expression'])
  })

  test('puts the words of a list where it is used', () => {
    const draft = draftOf(
      'ARGS=(-s -H "A: $X"\n  -H "B: c d")\nARGS+=(-X PUT)\ncurl "${ARGS[@]}" https://a.test/l\ncurl https://a.test/n\n',
    )
    expect(lines(draft)).toEqual(['PUT https://a.test/l', 'GET https://a.test/n'])
    expect(headers(draft.calls[0])).toEqual(['A: {{X}}', 'B: c d'])
  })

  test('is read on, also where a quote is not closed', () => {
    const draft = draftOf('curl "https://a.test/x\n')
    expect(lines(draft)).toEqual(['GET https://a.test/x\n'])
    expect(codes(draft)).toEqual(['1 settings'])
  })
})

describe('options of curl', () => {
  test.each([
    ['-G -d a=1 --data-urlencode "b=x y" https://a.test/q?c=3', 'GET https://a.test/q?c=3&a=1&b=x+y'],
    ['--url-query a=1 -X DELETE https://a.test', 'DELETE https://a.test?a=1'],
    ['-T report.csv https://a.test/up', 'PUT https://a.test/up'],
    ['-I a.test', 'HEAD http://a.test'],
    ['-d x=1 --url https://a.test', 'POST https://a.test'],
    ['-sSL --unknown-option value https://a.test', 'GET https://a.test'],
  ])('%s', (command, expected) => {
    expect(lines(draftOf(`curl ${command}`))).toEqual([expected])
  })

  test('each request behind --next, and each URL, is a call', () => {
    expect(lines(draftOf('curl https://a.test/1 https://a.test/2 --next -d x https://a.test/3'))).toEqual([
      'GET https://a.test/1',
      'GET https://a.test/2',
      'POST https://a.test/3',
    ])
  })

  test('parts of a form keep their types and file names, and no file is read', () => {
    const draft = draftOf(`curl https://a.test -F 'doc=@/home/a/b.pdf;type=application/pdf' -F 'note=a;b' -F x=1`)
    expect(draft.calls[0]?.body).toEqual({
      kind: 'multipart',
      parts: [
        { kind: 'file', name: 'doc', file: { path: '', name: 'b.pdf' }, contentType: 'application/pdf', enabled: true },
        { kind: 'text', name: 'note', value: 'a;b', contentType: '', enabled: true },
        { kind: 'text', name: 'x', value: '1', contentType: '', enabled: true },
      ],
    })
    expect(codes(draft)).toEqual(['1 file_not_read'])
  })

  test.each([
    ['--oauth2-bearer abc', 'Authorization: Bearer abc'],
    ['-b a=1', 'Cookie: a=1'],
    ['-H "X-Empty;"', 'X-Empty: '],
  ])('%s becomes a header', (option, header) => {
    expect(headers(draftOf(`curl ${option} https://a.test`).calls[0])).toEqual([header])
  })

  test.each([
    ['-k', 'certificate_checks_off'],
    ['--resolve a.test:443:127.0.0.1', 'not_used'],
    ['--digest -u a:b', 'other_authorization'],
    ['-d @body.json', 'file_not_read'],
    ['-K curlrc', 'file_not_read'],
  ])('%s is noted', (option, code) => {
    expect(codes(draftOf(`curl ${option} https://a.test`))).toEqual([`1 ${code}`])
  })

  test('what browsers add is left out, and said once', () => {
    const draft = draftOf(
      `curl 'https://a.test' -H 'accept: application/json' -H 'sec-fetch-mode: cors' -H 'user-agent: Mozilla' -H $'x-q: it\\'s \\u00e9\\xc3\\xa9\\041' --compressed`,
    )
    expect(headers(draft.calls[0])).toEqual(['accept: application/json', "x-q: it's éé!"])
    expect(codes(draft)).toEqual(['1 not_used'])
  })
})

test('a call goes to the client whose token it sends', () => {
  const script = [
    'A=$(curl -s https://idp.test/token -u a:1 -d grant_type=client_credentials | jq -r .access_token)',
    'ANSWER=$(curl -s https://idp.test/token -u b:2 -d grant_type=client_credentials)',
    'B=$(echo "$ANSWER" | jq -r .access_token)',
    'curl https://api.test/a -H "Authorization: Bearer $A"',
    'curl https://api.test/b -H "Authorization: Bearer $B"',
  ].join('\n')
  let count = 0
  const made = readForeign([{ path: 'two.sh', text: script }], () => `id ${count++}`)
  expect(made?.environments.map(({ value, calls }) => [value.client_id, calls.map(({ url }) => url)])).toEqual([
    ['a', ['https://api.test/a']],
    ['b', ['https://api.test/b']],
  ])
})

test('certificate and proxy of a token request are those of its client', () => {
  const script =
    'curl https://idp.test/token -d grant_type=client_credentials -d client_id=a --cert /c/a.pem --key /c/a.key --cacert ca.pem -x http://u:p@proxy.test:3128'
  const made = readForeign([{ path: 'a.sh', text: script }], () => 'id')
  const { network, token_endpoint_auth_method: method } = made?.environments[0]?.value ?? {}
  expect(method).toBe('tls_client_auth')
  expect(network?.clientCertificate).toMatchObject({ certificateFile: '/c/a.pem', keyFile: '/c/a.key' })
  expect(network?.proxy).toMatchObject({ url: 'http://proxy.test:3128', username: 'u' })
  expect(made?.carried['id']).toEqual({ proxy_password: 'p' })
  expect(network?.caFile).toBe('')
  expect(made?.notes.map(({ fact }) => fact.evidence)).toContainEqual({ name: 'ca.pem' })
})

test('what Chrome copies for cmd', () => {
  const draft = draftOf(
    'curl ^"https://a.test/x?y=1^&z=2^" ^\r\n  -H ^"accept: */*^" ^\r\n  -H ^"sec-fetch-mode: cors^" ^\r\n  -b ^"s=1^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":1^}^"\r\n',
  )
  expect(lines(draft)).toEqual(['POST https://a.test/x?y=1&z=2'])
  expect(headers(draft.calls[0])).toEqual(['accept: */*', 'Cookie: s=1'])
  expect(draft.calls[0]?.body).toMatchObject({ text: '{"a":1}' })
})

test('commands of cmd.exe: variables, carets, prompts, and a token that a loop takes', () => {
  const draft = draftOf(
    [
      '@echo off',
      'REM Orders',
      'set BASE=https://a.test',
      'set /p CLIENT_ID="Your ID: "',
      'if "%CLIENT_ID%"=="" set CLIENT_ID=orders',
      'curl -X POST "%BASE%/token" ^',
      '  -d "grant_type=client_credentials" ^',
      '  -d "client_id=%CLIENT_ID%" -o t.json',
      'for /f "tokens=*" %%i in (\'curl -s https://a.test/t ^| jq -r .access_token\') do set TOKEN=%%i',
      ':: List',
      'curl "%BASE%/orders?q=a%%20b%3Ac" -H "Authorization: Bearer %TOKEN%"',
    ].join('\r\n'),
    'get.bat',
  )
  expect(draft.calls.map(({ name, method, url }) => [name, method, url])).toEqual([
    ['', 'POST', '{{BASE}}/token'],
    ['', 'GET', 'https://a.test/t'],
    ['List', 'GET', '{{BASE}}/orders?q=a%20b%3Ac'],
  ])
  expect(headers(draft.calls[2])).toEqual(['Authorization: Bearer {{TOKEN}}'])
  expect(draft.variables.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'BASE=https://a.test',
    'CLIENT_ID=orders',
  ])
})

test.each([
  [`wget -qO- --header='Accept: text/plain' --post-data 'a=1' https://a.test/w`, 'POST https://a.test/w'],
  ['http POST https://a.test/h name=Ann q==1 X-A:b', 'POST https://a.test/h?q=1'],
  ['xh :3000/x', 'GET http://localhost:3000/x'],
])('%s', (command, expected) => {
  expect(lines(draftOf(command))).toEqual([expected])
})

test('of a text in Markdown the code alone is read, with its own line numbers', () => {
  const draft = draftOf(
    '# Use\nRun curl like this:\n\n```bash\n$ curl https://a.test/a\n```\n\n```js\ncurl("x")\n```\n',
    'README.md',
  )
  expect(draft.calls.map(({ place, url }) => [place.line, url])).toEqual([[5, 'https://a.test/a']])
})

test('a script of many thousand commands is refused, and one mark repeated thousands of times is read to its end', () => {
  const command = `curl -X POST 'https://a.test/x' -H 'A: b' -d "a=$B" # note\n`
  expect(() => draftsOf({ 'a.sh': command.repeat(1_000_000 / command.length) })).toThrow('too_many_calls')
  for (const piece of [
    "curl 'a' $(",
    'echo a;',
    'curl `',
    'curl $(curl ',
    'A=(',
    'curl <<E\n',
    '${A:-',
    'T=$(echo $R);',
    "curl $'",
    'f() { ',
    'T=$(f) f() { curl a; }',
  ]) {
    const text = `curl https://a.test\n${piece.repeat(60_000 / piece.length)}`
    expect(attempt(() => draftsOf({ 'a.sh': text, 'b.bat': text }))).toBe(true)
  }
})

/** Whether it is read or refused: nothing else may be thrown. */
function attempt(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    return error instanceof ImportRefused
  }
}

describe.skipIf(missingImports !== null)(`real files in ../shared/imports/curl${because(missingImports)}`, () => {
  test.each([
    ['kong-dollar-sign.sh', ['POST https://test.dk']],
    ['kong-form.sh', ['POST https://insomnia.rest/signup']],
    ['kong-header-colon.sh', ['GET https://insomnia.rest']],
    ['kong-multi-data.sh', ['POST https://insomnia.rest/']],
    [
      'kong-multi.sh',
      [
        'GET https://insomnia.rest/1/2/3',
        'GET https://insomnia.rest/foo/bar',
        'GET https://insomnia.rest/',
        'GET https://insomnia.rest',
      ],
    ],
    ['kong-urlencoded.sh', ['POST https://insomnia.rest/']],
  ])('%s', (name, expected) => {
    expect(lines(draftOf(sharedImport(`curl/${name}`), name))).toEqual(expected)
  })
})

test.each([
  ['curl https://api.test/a', false],
  ['curl -sL https://api.test/a', true],
  ['curl --location https://api.test/a', true],
  ['wget https://api.test/a', true],
  ['wget --max-redirect=0 https://api.test/a', false],
  ['http https://api.test/a', false],
  ['http -F https://api.test/a', true],
])('%s follows redirects: %s', (command, follows) => {
  expect(draftOf(command).calls).toMatchObject([{ url: 'https://api.test/a', followRedirects: follows }])
})

test('a command with 200,000 arguments is read', () => {
  const draft = draftOf(`curl https://a.test ${"-H 'A: b' ".repeat(200_000)}`, 'a.sh')
  expect(draft.calls).toHaveLength(1)
})

describe('a file of options, as curl -K reads it', () => {
  const text = [
    '# token',
    'url = "https://idp.test/token"',
    'user = "orders:s\\"3cret"',
    '--data grant_type=client_credentials',
    'data-urlencode: "scope=a b"',
    'silent',
    '-H "Accept: application/json"',
    'proxy "http://proxy.test:3128"',
  ].join('\n')

  test.each(['.curlrc', 'token.curlrc', 'token.conf', ''])('named "%s" is a request', (path) => {
    const draft = draftOf(text, path)
    expect(lines(draft)).toEqual(['POST https://idp.test/token'])
    expect(draft.calls[0]).toMatchObject({
      place: { line: 2 },
      authorization: { kind: 'basic', username: 'orders', password: 's"3cret' },
      network: { fields: { proxy: { url: 'http://proxy.test:3128' } } },
    })
    expect(headers(draft.calls[0])).toEqual(['Accept: application/json'])
  })

  test('is told from settings of other programs', () => {
    expect(draftsOf({ 'a.conf': 'url = https://a.test\n[section]\nuser = x\n' })).toEqual([])
    const draft = draftOf('url = https://a.test/token\nclient_id = a\nclient_secret = b\n', 'a.conf')
    expect(draft.format).toBe('dotenv')
  })
})

test('a command whose name is alone on its line is one', () => {
  expect(lines(draftOf('curl \\\n  --url https://a.test/x \\\n  -d a=1\n', 'a.sh'))).toEqual(['POST https://a.test/x'])
  expect(lines(draftOf('wget \\\r\n  https://a.test/x\r\n', 'a.sh'))).toEqual(['GET https://a.test/x'])
})

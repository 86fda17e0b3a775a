import { describe, expect, test } from 'vitest'
import type { DraftCall, ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { ImportRefused } from '../../../../electron/core/importing/drafts/import-refused.ts'
import { draftOf, draftsOf } from './read-drafts.ts'

const lines = (draft: ImportDraft): string[] => draft.calls.map(({ method, url }) => `${method} ${url}`)
const headers = (call: DraftCall | undefined): string[] =>
  call?.headers.map(({ name, value }) => `${name}: ${value}`) ?? []
const values = (draft: ImportDraft): string[] => draft.variables.map(({ name, value }) => `${name}=${value}`)
const form = (call: DraftCall | undefined): string[] =>
  call?.body.kind === 'form' ? call.body.fields.map(({ name, value }) => `${name}=${value}`) : [call?.body.kind ?? '']

test('a script with a template for its URL, keys in odd letter case, and parameters in a table', () => {
  const draft = draftOf(
    [
      'function Get-Token {',
      '  param(',
      '    [Parameter(Mandatory = $true)][string]$TenantId,',
      "    [string]$ClientID = 'orders',",
      '    [string] $Scope = "https://api.test/.default"',
      '  )',
      '  # Token',
      "  $url = 'https://login.test/{0}/oauth2/v2.0/token' -f $tenantid",
      '  $Splat = @{',
      '    URI = $url; mETHOD = "Post"',
      "    body = @{ Grant_Type = 'client_credentials'; client_id = $clientId",
      '      client_secret = $env:SECRET',
      '      scope = $Scope }',
      "    ContentType = 'application/x-www-form-urlencoded'",
      '  }',
      '  $Response = Invoke-RestMethod @splat -ErrorAction Stop',
      '  $token = $response.access_token',
      '}',
      '',
      '# Orders',
      '$headers = @{ Authorization = "Bearer $($token)"; \'X-Id\' = [guid]::NewGuid() }',
      'Invoke-RestMethod -Uri "https://api.test/orders?top=$($n)" -Headers $headers | ConvertTo-Json',
    ].join('\r\n'),
    'orders.ps1',
  )
  expect(draft.calls.map(({ place, name, method, url }) => [place.line, name, method, url])).toEqual([
    [16, 'Token', 'POST', '{{url}}'],
    [22, 'Orders', 'GET', 'https://api.test/orders?top={{n}}'],
  ])
  expect(form(draft.calls[0])).toEqual([
    'grant_type=client_credentials',
    'client_id={{ClientID}}',
    'client_secret={{SECRET}}',
    'scope={{Scope}}',
  ])
  expect(headers(draft.calls[1])[0]).toBe('Authorization: Bearer {{token}}')
  expect(values(draft)).toEqual([
    'ClientID=orders',
    'Scope=https://api.test/.default',
    'url=https://login.test/{{TenantId}}/oauth2/v2.0/token',
  ])
})

describe('bodies', () => {
  test.each([
    [
      '@{ a = 1; b = "x"; c = @("y", 2); d = $true } | ConvertTo-Json -Depth 5',
      '{"a": 1, "b": "x", "c": ["y", 2], "d": true}',
    ],
    ['(@{ "a b" = @{ c = $null } } | ConvertTo-Json)', '{"a b": {"c": null}}'],
    ['@"\n{ "id": "$id", "x": "$($o.y)" }\n"@', '{ "id": "{{id}}", "x": "{{o.y}}" }'],
    ['@\'\n{ "id": "$id" }\n\'@', '{ "id": "$id" }'],
    ['\'{"a":1}\'', '{"a":1}'],
  ])('%j becomes JSON', (body, text) => {
    const draft = draftOf(
      `$body = ${body}\nirm https://a.test -Method Post -Body $body -ContentType 'application/json'\n`,
    )
    expect(draft.calls[0]?.body).toEqual({ kind: 'json', text })
  })

  test('a table is a form, or the query of a request that reads', () => {
    expect(form(draftOf(`irm -Method Put 'https://a.test' -Body @{ a = 'x y'; b = $b }`).calls[0])).toEqual([
      'a=x y',
      'b={{b}}',
    ])
    expect(lines(draftOf(`irm 'https://a.test?c=1' -Body @{ a = 'x y'; b = $b }`))).toEqual([
      'GET https://a.test?c=1&a=x+y&b={{b}}',
    ])
  })

  test('a form with files', () => {
    const draft = draftOf('iwr https://a.test -Method POST -Form @{ doc = Get-Item ./a/b.pdf; note = "n" }')
    expect(draft.calls[0]?.body).toEqual({
      kind: 'multipart',
      parts: [
        { kind: 'file', name: 'doc', file: { path: '', name: 'b.pdf' }, contentType: '', enabled: true },
        { kind: 'text', name: 'note', value: 'n', contentType: '', enabled: true },
      ],
    })
    expect(draft.notes.map(({ fact }) => fact)).toEqual([{ code: 'file_not_read', evidence: { name: './a/b.pdf' } }])
  })
})

test('Basic that a script encodes is its name and password', () => {
  const draft = draftOf(
    [
      '$pair = "${id}:${secret}"',
      '$basic = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes("$($id):$secret"))',
      'Invoke-RestMethod https://a.test/token -Method POST -Headers @{ Authorization = "Basic $basic" } -Body "grant_type=client_credentials"',
    ].join('\n'),
  )
  expect(draft.calls[0]?.headers).toEqual([])
  expect(draft.calls[0]?.authorization).toEqual({ kind: 'basic', username: '{{id}}', password: '{{secret}}' })
})

test('tables that are filled later, continued lines, and curl.exe', () => {
  const draft = draftOf(
    [
      '$base = "https://a.test"',
      '$h = @{}',
      '$h.Add("x", 1)',
      '$h["Authorization"] = "Bearer " + $t',
      '$h.Accept = "text/plain"',
      'Invoke-WebRequest `',
      '  -Uri $base/orders/$id `',
      '  -Headers $h -UseBasicParsing -SkipCertificateCheck',
      'curl.exe -X POST "$base/x" `',
      '  -H "A: b" -d "c=$d"',
      '$env:TOKEN = (irm "$base/token" -Method Post -Credential $c).access_token',
    ].join('\n'),
  )
  expect(lines(draft)).toEqual(['GET {{base}}/orders/{{id}}', 'POST {{base}}/x', 'POST {{base}}/token'])
  expect(headers(draft.calls[0])).toEqual(['Authorization: Bearer {{t}}', 'Accept: text/plain'])
  expect(form(draft.calls[1])).toEqual(['c={{d}}'])
  expect(draft.notes.map(({ fact, place }) => `${place.line} ${fact.code}`)).toEqual([
    '6 certificate_checks_off',
    '11 other_authorization',
  ])
})

test('a script of bash with backticks is none of PowerShell', () => {
  expect(draftOf('T=`curl https://a.test/t`\ncurl https://a.test -H "X: $T"\n').format).toBe('curl')
})

test('what is nested or broken without end is read or refused, and nothing else is thrown', () => {
  const attempt = (text: string): boolean => {
    try {
      draftsOf({ 'a.ps1': text })
      return true
    } catch (error) {
      return error instanceof ImportRefused
    }
  }
  for (const piece of [
    '@{a=',
    '@(',
    '$(',
    '"$(',
    '[a]',
    'irm ',
    '$x = ',
    '(',
    "'",
    '@"\n',
    '$a.b.c',
    '-f ',
    '+ "a"',
    '$x["a"] = 1;',
    '`',
    '<#',
    'irm -Uri (irm ',
    'gi ',
    '| ConvertTo-Json',
    '$a=@{b=1}\n',
  ]) {
    const many = piece.repeat(10_000)
    expect(attempt(`irm https://a.test\n${many}`)).toBe(true)
    expect(attempt(`irm https://a.test -Body ${many}`)).toBe(true)
    expect(attempt(`$x = ${many}\nirm https://a.test`)).toBe(true)
  }
})

test('name and password that a variable holds, and another one encodes', () => {
  const script = (pair: string) =>
    [
      "$id = 'orders'; $secret = 's3cret'",
      `$pair = ${pair}`,
      '$auth = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($pair))',
      'irm https://a.test/token -Method Post -Headers @{ Authorization = "Basic $auth" } -Body @{ grant_type = "client_credentials" }',
    ].join('\n')
  for (const pair of ['"$($id):$($secret)"', '"${id}:${secret}"', '"{0}:{1}" -f $id, $secret'])
    expect(draftOf(script(pair), 'a.ps1').calls[0]?.authorization).toEqual({
      kind: 'basic',
      username: '{{id}}',
      password: '{{secret}}',
    })
})

test('what a browser copies with its headers is left out and named', () => {
  const names = ['authority', 'method', 'path', 'scheme', 'accept', 'accept-encoding', 'accept-language', 'x-tenant']
  const table = names.map((name) => `"${name}"="1"`).join('\n')
  const draft = draftOf(`Invoke-WebRequest -Uri "https://a.test/x" \`\n-Headers @{\n${table}\n}`, 'a.ps1')
  expect(headers(draft.calls[0])).toEqual(['accept: 1', 'x-tenant: 1'])
  expect(draft.notes.map(({ fact }) => fact)).toEqual([
    { code: 'not_used', evidence: { name: 'authority, method, path, scheme, accept-encoding, accept-language' } },
  ])
})

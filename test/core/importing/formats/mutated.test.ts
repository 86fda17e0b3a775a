import { expect, test } from 'vitest'
import { ImportRefused } from '../../../../electron/core/importing/drafts/import-refused.ts'
import { draftsOf } from './read-drafts.ts'

const seeds: Readonly<Record<string, string>> = {
  'a.sh': `#!/bin/sh
A="\${B:-x}"; export C='d e'
# Token
TOKEN=$(curl -s -u "$ID:$S" https://idp.test/token --data-urlencode "scope=a b" -d grant_type=client_credentials | jq -r .access_token)
f() { curl "$1" -H $'X: it\\'s \\u00e9' ; }
for i in 1 2; do curl https://a.test/$i -F 'a=@b.txt;type=c' >/dev/null 2>&1; done
curl https://a.test -d @- <<-'EOF' | tee x
\t{"a": 1}
\tEOF
R=\`oauth2c https://idp.test --client-id a --grant-type client_credentials\`
`,
  'a.bat': `@echo off\r\nset "A=b"\r\nset /p C=d\r\ncurl ^"https://a.test/%A%?x=%%20^&y=1^" ^\r\n  -H ^"A: b^" --data-raw ^"^{^\\^"a^\\^":1^}^"\r\nfor /f %%i in ('curl -s https://a.test') do set T=%%i\r\n`,
  'a.ps1': `param([string]$Id = 'a')\n$b = @{ Grant_Type = "x"; c = @(1, "$($Id)") } | ConvertTo-Json\n$u = '{0}/t' -f $Id\n$r = irm -Uri $u -Method Post -Body @"\n{"a": "$Id"}\n"@ -Headers @{ A = "Bearer " + $t }\ncurl.exe -X POST "$u" \`\n -d a=b\n`,
  'a.http': `@a = b\n### one\n# @name x\nPOST {{a}}/y?\n  &z=1 HTTP/1.1\nContent-Type: multipart/form-data; boundary=E\n\n--E\nContent-Disposition: form-data; name="q"\n\n< ./f\n--E--\n\n> {% client.global.set("t", response.body.access_token) %}\n### two\nGET <h>/{{x.response.body.$.id}}\nAuthorization: Basic a b\n`,
  'http-client.env.json': `{"dev": {"a": {"b": 1}, "Security": {"Auth": {"i": {"Type": "OAuth2", "Grant Type": "Client Credentials", "Token URL": "u", "Custom Request Parameters": {"c": {"Value": ["d"]}}}}}}}`,
  'settings.json': `{ // c\n "rest-client.environmentVariables": {"$shared": {"a": "b"}, "x": {"c": null,},}, }`,
  '.env': `export A_CLIENT_ID = "x" # c\nA_CLIENT_SECRET='\${B}'\nB=\`c\`\nC_CLIENT_ID=$D\nP="-----BEGIN X\ny\n"\n`,
  'key.json': `{"xsuaa": [{"credentials": {"clientid": "a", "clientsecret": "b", "url": "https://a.test"}}], "type": "x", "boxAppSettings": {"clientID": 1}}`,
}

const pieces = [
  '$(',
  '"',
  "'",
  '{{',
  '}}',
  '`',
  '\\',
  '\n',
  '<<E',
  '@{',
  '###',
  '%',
  '^',
  '<',
  '\u0000',
  '\u0001',
  '🙂',
  '=',
  ' ',
  '',
]

// A fixed sequence, so that what fails fails again.
test.each(Object.entries(seeds))(
  '%s, changed in two thousand ways, is read or refused, and nothing else is thrown',
  (path, seed) => {
    let state = 42
    const next = (most: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state % most
    }
    const failed: string[] = []
    for (let round = 0; round < 2000; round++) {
      let text = seed
      for (let change = next(4) + 1; change > 0; change--) {
        const at = next(text.length + 1)
        text = text.slice(0, at) + (pieces[next(pieces.length)] ?? '') + text.slice(at + next(20))
      }
      try {
        draftsOf({ [path]: text })
      } catch (error) {
        if (!(error instanceof ImportRefused)) failed.push(`${String(error)}: ${JSON.stringify(text)}`)
      }
    }
    expect(failed).toEqual([])
  },
)

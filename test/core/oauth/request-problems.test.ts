import { expect, test } from 'vitest'
import { headerProblems, parameterProblems } from '../../../electron/core/oauth/protocol-request.ts'

test.each(['client_secret', 'CLIENT_ASSERTION', ' password', 'refresh_token'])(
  'the parameter %s is refused at its field, since parameters are stored in clear',
  (name) => {
    const problems = parameterProblems([
      { name: 'scope', value: 'a' },
      { name, value: 'canary' },
    ])
    expect(problems).toMatchObject([{ field: 'parameters.1.name' }])
    expect(JSON.stringify(problems)).not.toContain('canary')
  },
)

test.each(['scope', 'resource', 'audience', 'client_id', 'grant_type', 'client_assertion_type', 'constructor'])(
  'the parameter %s may be repeated on purpose',
  (name) => {
    expect(parameterProblems([{ name, value: 'x' }])).toEqual([])
  },
)

test.each(['Authorization', 'cookie', 'DPoP', 'Origin', 'Proxy-Authorization'])('the header %s is refused', (name) => {
  const problems = headerProblems([
    { name: 'X-Trace', value: '1' },
    { name, value: 'canary' },
  ])
  expect(problems).toMatchObject([{ field: 'headers.1.name' }])
  expect(JSON.stringify(problems)).not.toContain('canary')
})

test.each(['Accept', 'User-Agent', 'X-Request-Id', 'Content-Type', 'constructor'])('the header %s is not', (name) => {
  expect(headerProblems([{ name, value: 'x' }])).toEqual([])
})

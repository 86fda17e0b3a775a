import { expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../../electron/catalogue/new-api-request.ts'
import { createCallForm } from '../../../renderer/features/api-calls/request/call-form.ts'
import { callProblems } from '../../../renderer/features/api-calls/request/call-problems.ts'
import {
  changedFields,
  rebased,
  requestOfValues,
  valuesOf,
  valuesOfDraft,
} from '../../../renderer/features/api-calls/request/call-values.ts'
import { callDraft } from '../../../renderer/features/api-calls/request/use-keep-call-draft.ts'

const call = {
  ...newApiRequest,
  ...newCallLabel,
  id: 'one',
  environmentId: 'e',
  url: 'https://api.example/orders?a=1',
  query: [{ name: 'b', value: '2', enabled: false }],
}
const saved = valuesOf(call)
const good = { ...saved, url: 'https://api.example/orders' }

test('a query that is part of the URL of a saved call is in its rows, and that is no change', () => {
  expect(saved.url).toBe('https://api.example/orders')
  expect(saved.query.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(changedFields(saved, valuesOf(call))).toEqual([])
})

test('what was not touched follows what is saved elsewhere, and what was typed stays', () => {
  const edited = { ...saved, url: 'https://api.example/mine' }
  const after = { ...saved, name: 'Renamed in the list', url: 'https://api.example/theirs' }
  expect(rebased(edited, saved, after)).toEqual({ ...after, url: 'https://api.example/mine' })
})

test('a draft that is not of this kind is no draft', () => {
  expect(valuesOfDraft(undefined)).toBeNull()
  expect(valuesOfDraft('null')).toBeNull()
  expect(valuesOfDraft('{"url":"x"}')).toBeNull()
  expect(valuesOfDraft(JSON.stringify(saved))).toEqual(saved)
})

test('a pasted token is in no draft and in no request, and is gone once another token is chosen', () => {
  const form = createCallForm(saved, saved)
  form.choose('pasted')
  form.paste('canary-token')
  form.set({ name: 'changed' })
  expect(callDraft(form)).not.toContain('canary-token')
  expect(JSON.stringify(requestOfValues(form.get()))).not.toContain('canary-token')
  form.choose('none')
  expect(form.pasted()).toBe('')
  form.choose('pasted')
  expect(form.pastedProblem()).toBe('Paste a token.')
  form.paste('two words')
  expect(form.pastedProblem()).toBe('A token is one line of ASCII without spaces.')
})

test('a header line that nobody filled in is not sent', () => {
  const headers = [
    { name: '', value: '', enabled: true },
    { name: 'X-Trace', value: '', enabled: true },
  ]
  expect(requestOfValues({ ...good, headers }).headers.map(({ name }) => name)).toEqual(['X-Trace'])
})

const header = (name: string, value: string) => ({ headers: [{ name, value, enabled: true }] })

test.each([
  [{ url: 'ftp://api.example' }, 'url'],
  [{ url: 'https://api.example/x#part' }, 'url'],
  [header('X Trace', '1'), 'headers.0.name'],
  [header('X-Trace', '1\r\nX-Other: 2'), 'headers.0.name'],
  [header('', 'value'), 'headers.0.name'],
  [header('Content-Length', '5'), 'headers.0.name'],
  [{ query: [{ name: 'a', value: 'x'.repeat(10_001), enabled: true }] }, 'query.0.value'],
  [{ body: { kind: 'text' as const, text: '', contentType: 'text/ł' } }, 'body.contentType'],
  [{ assertions: [{ kind: 'status' as const, expected: '700' }] }, 'assertions.0.expected'],
  [{ assertions: [{ kind: 'schema' as const, pointer: '/a~2', schema: '{}' }] }, 'assertions.0.pointer'],
  [{ scope: 'a"b' }, 'scope'],
  [{ name: 'n'.repeat(201) }, 'name'],
])('%j is not sent, and the field is named: %s', (change, path) => {
  expect(callProblems({ ...good, ...change }).map(([at]) => at)).toEqual([path])
})

test('a call with variables in every place has no problem before they are resolved', () => {
  const values = { ...good, url: '{{base}}/orders', ...header('X-Trace', '{{trace}}ł') }
  expect(callProblems(values)).toEqual([])
})

import { expect, test } from 'vitest'
import { variableHint } from '../../../renderer/features/api-calls/request/variables/resolved-text.ts'

const variables = {
  environment: [
    { name: 'status', value: 'open', secret: false },
    { name: 'key', value: '', secret: true },
    { name: 'unset', value: '', secret: true },
    { name: 'none', value: '', secret: false },
  ],
  workspace: [{ name: 'size', value: '{{status}}', secret: false }],
  secretNames: ['key'],
}

test.each([
  ['{{status}}', 'open, from the environment'],
  ['{{size}}', '{{status}}, from the workspace'],
  ['{{status}}-{{size}}', 'open-{{status}}, from the environment and the workspace'],
  ['{{none}}', 'empty, from the environment'],
  ['{{key}}', '•••, from the environment'],
  ['{{status}} {{other}}', 'missing: other'],
  ['{{unset}}', 'missing: unset'],
  ['plain {x}', null],
])('the value %j is said to be %j', (text, hint) => {
  expect(variableHint(text, variables)).toBe(hint)
})

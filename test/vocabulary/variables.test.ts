import { expect, test } from 'vitest'
import { variableAlone } from '../../electron/vocabulary/variables.ts'

test('a text is a variable alone where there is nothing else in it', () => {
  expect(variableAlone('{{a.b-1}}')).toBe('a.b-1')
  for (const text of ['', 'a', '{{}}', '{{a}} ', '{{a}}{{a}}', '{{a}}{{b}}', '{{a b}}', `{{${'a'.repeat(101)}}}`])
    expect(variableAlone(text)).toBeNull()
})

import { expect, test } from 'vitest'
import { encodeName, withParameters } from '../../../../electron/core/importing/formats/support/query-text.ts'

test('parameters that are added to a URL are encoded, but for the variables in them', () => {
  const parameters = [
    { name: 'a&b', value: '{{x}}&y={{z}}' },
    { name: 'c', value: 'd e' },
  ]
  expect(withParameters('https://as.example/token?p=1', parameters)).toBe(
    'https://as.example/token?p=1&a%26b={{x}}%26y%3D{{z}}&c=d%20e',
  )
  expect(withParameters('https://as.example/token', [])).toBe('https://as.example/token')
})

test('a name of a parameter does not end at a mark in it, and keeps its variables', () => {
  expect(encodeName('a=b&c#d{{e=}}')).toBe('a%3Db%26c%23d{{e=}}')
})

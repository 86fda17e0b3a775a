import { jsonFaultAt } from '../../../../../electron/common/json-fault-at.ts'
import { jsonExpected } from '../../../../../electron/wording/json-expected.ts'
import { variablesAsNumbers } from './variables-as-numbers.ts'

/** Where a text stops being JSON. Line and column count from 1, columns in UTF-16 units. */
export interface JsonFault {
  offset: number
  sentence: string
}

/** What is wrong with a text as JSON, once its variables stand for something; null when nothing is. */
export function jsonFault(text: string): JsonFault | null {
  const fault = jsonFaultAt(variablesAsNumbers(text))
  if (fault === null) return null
  const { offset, expected } = fault
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - before.lastIndexOf('\n')
  return { offset, sentence: `Line ${line}, column ${column}: expected ${jsonExpected(expected)}.` }
}

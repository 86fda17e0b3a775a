import { variablePattern } from '../../../../../electron/vocabulary/variables.ts'

/** JSON in which each variable, within a string or in place of a value, is a number of its length: every place stays. */
export const variablesAsNumbers = (text: string): string =>
  text.replaceAll(variablePattern, ({ length }) => '1'.repeat(length))

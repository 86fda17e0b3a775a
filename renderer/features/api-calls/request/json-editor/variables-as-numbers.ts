const variable = /\{\{[A-Za-z0-9_.-]{1,100}\}\}/g

/** JSON in which each variable, within a string or in place of a value, is a number of its length: every place stays. */
export const variablesAsNumbers = (text: string): string =>
  text.replaceAll(variable, ({ length }) => '1'.repeat(length))

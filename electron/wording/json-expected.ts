const expectations: Readonly<Record<string, string>> = {
  value: 'a value',
  number: 'a complete number',
  name: 'a member name in quotation marks',
  colon: 'a colon',
  comma: 'a comma',
  closing_brace: 'a closing brace (})',
  closing_bracket: 'a closing bracket (])',
  end: 'the end of the text',
  string_end: 'the end of a string (")',
  character: 'an escaped character: a string must not contain control characters',
  escape: 'a valid escape sequence',
}

/** What was expected where a text stops being JSON. */
export const jsonExpected = (expected: string): string => expectations[expected] ?? 'a value'

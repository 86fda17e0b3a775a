const kinds: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  relative: 'not an absolute URL',
  not_http: 'not an http or https URL',
}

/** What a JSON value is, in words; `true`, `false`, `null`, `empty` and the like stay as they are. */
export const jsonKind = (kind: string): string => kinds[kind] ?? kind

import type { FieldChange } from './field-changes.ts'

export const fieldCount = ({ length }: readonly FieldChange[]): string =>
  length === 1 ? '1 field' : `${length} fields`

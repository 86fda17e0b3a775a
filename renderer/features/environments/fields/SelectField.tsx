import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { useChoiceField } from '../form-scope.ts'
import type { TextPath } from '../form-values.ts'

export function SelectField({ path, ...props }: { path: TextPath } & NativeSelectProps) {
  return <NativeSelect {...useChoiceField(path)} {...props} />
}

import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { useTextField } from '../form-scope.ts'
import type { TextPath } from '../form-values.ts'

export function SelectField({ path, ...props }: { path: TextPath } & NativeSelectProps) {
  return <NativeSelect {...useTextField(path)} {...props} />
}

import { TextInput, type TextInputProps } from '@mantine/core'
import { useTextField } from '../form-scope.ts'
import type { TextPath } from '../form-values.ts'

export function TextField({ path, ...props }: { path: TextPath } & TextInputProps) {
  return <TextInput {...props} {...useTextField(path)} />
}

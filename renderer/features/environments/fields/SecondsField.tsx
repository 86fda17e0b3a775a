import type { TextInputProps } from '@mantine/core'
import type { TextPath } from '../form-values.ts'
import { TextField } from './TextField.tsx'

export function SecondsField(props: { path: TextPath; label: string } & TextInputProps) {
  return (
    <TextField
      inputMode="numeric"
      rightSection="s"
      maw={180}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
    />
  )
}

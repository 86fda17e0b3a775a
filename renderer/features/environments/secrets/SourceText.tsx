import { TextInput, type TextInputProps } from '@mantine/core'
import { useTextField } from '../form-scope.ts'
import type { TextPath } from '../form-values.ts'

interface Props extends TextInputProps {
  path: TextPath
  label: string
  /** The secret whose source this describes; part of the name, for there may be several with the same fields. */
  of: string
}

/** One detail of a secret's source. */
export function SourceText({ path, label, of, ...props }: Props) {
  return (
    <TextInput
      label={label}
      aria-label={`${label} (${of})`}
      spellCheck={false}
      autoComplete="off"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
      {...useTextField(path)}
    />
  )
}

import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTextField } from '../form-scope.ts'
import type { TextPath } from '../form-values.ts'

interface Props {
  path: TextPath
  label: string
  description?: ReactNode
  readOnly?: boolean
}

/** Certificates as PEM text; they are public. */
export function PemField(props: Props) {
  const { path, ...rest } = props
  return (
    <Textarea
      rows={2}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      spellCheck={false}
      placeholder="-----BEGIN CERTIFICATE-----"
      classNames={{ input: 'typed-bytes grows' }}
      {...rest}
      {...useTextField(path)}
    />
  )
}

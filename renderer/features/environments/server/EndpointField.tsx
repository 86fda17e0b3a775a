import type { TextInputProps } from '@mantine/core'
import { TextField } from '../fields/TextField.tsx'
import { textAt, useFormScope } from '../form-scope.ts'
import { type MetadataRow, publishedAt } from './metadata-rows.ts'

/** The address of an endpoint; says so when it is the one that the server's metadata has. */
export function EndpointField({ path, ...props }: { path: MetadataRow['path']; label: string } & TextInputProps) {
  const { form, managed, metadata } = useFormScope()
  // The issuer is typed.
  const isFound = path !== 'issuer' && metadata !== null && publishedAt(metadata, path) === textAt(form, path).trim()
  return (
    <TextField
      path={path}
      readOnly={managed}
      title={textAt(form, path)}
      spellCheck={false}
      {...(isFound && { rightSection: <span className="found">found</span>, rightSectionWidth: 52 })}
      {...props}
    />
  )
}

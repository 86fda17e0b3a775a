import { Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { textAt, useFormScope } from '../form-scope.ts'
import type { TextPath } from '../form-values.ts'
import { FileField } from './FileField.tsx'

interface Props {
  label: string
  filePath: TextPath
  fileLabel: string
  filePlaceholder: string
  /** What is offered beside the file; a file that is named comes before it. */
  others: readonly { name: string; field: ReactNode }[]
  /** Which of the others is shown at first. */
  other: string
  /** The field beside the file. */
  otherPath: string
}

/** One thing that comes from a file or from elsewhere. A path that was typed is remembered while another source is tried. */
export function SourceField({ label, filePath, fileLabel, filePlaceholder, others, other, otherPath }: Props) {
  const { form, problemAt } = useFormScope()
  const id = useId()
  const path = textAt(form, filePath)
  const [chosen, setChosen] = useState(path === '' ? other : 'File')
  const [remembered, setRemembered] = useState('')
  const source = path === '' ? chosen : 'File'
  const choose = (next: string) => {
    setChosen(next)
    if (next === 'File') form.setFieldValue(filePath, remembered)
    else if (source === 'File') {
      setRemembered(path)
      form.setFieldValue(filePath, '')
    }
  }
  const elsewhere = problemAt(source === 'File' ? otherPath : filePath)
  return (
    <Stack gap={4} className="source-field" role="group" aria-labelledby={id}>
      <Group gap={8} justify="space-between">
        <Text size="sm" fw={600} id={id}>
          {label}
        </Text>
        <SegmentedControl
          data={[...others.map(({ name }) => name), 'File']}
          value={source}
          onChange={choose}
          aria-label={`${label}: source`}
        />
      </Group>
      {source === 'File' ? (
        <FileField path={filePath} label={fileLabel} placeholder={filePlaceholder} />
      ) : (
        others.find(({ name }) => name === source)?.field
      )}
      {elsewhere === null ? null : (
        <Text size="xs" c="var(--err)" role="alert">
          {elsewhere}
        </Text>
      )}
    </Stack>
  )
}

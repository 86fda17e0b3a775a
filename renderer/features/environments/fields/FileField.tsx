import { Button, Group } from '@mantine/core'
import { useChooseFile } from '../../../queries/files.ts'
import { useFormScope } from '../form-scope.ts'
import type { TextPath } from '../form-values.ts'
import { TextField } from './TextField.tsx'

interface Props {
  path: TextPath
  label: string
  placeholder: string
}

/** A path on this computer, typed or chosen. */
export function FileField({ path, label, placeholder }: Props) {
  const { form } = useFormScope()
  const choose = useChooseFile()
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <TextField path={path} label={label} placeholder={placeholder} spellCheck={false} flex={1} miw={0} />
      <Button
        variant="default"
        aria-label={`Choose file… (${label})`}
        className="choose-file"
        onClick={() =>
          choose.mutate(label, {
            onSuccess: (chosen) => {
              if (chosen !== null) form.setFieldValue(path, chosen)
            },
          })
        }
      >
        Choose file…
      </Button>
    </Group>
  )
}

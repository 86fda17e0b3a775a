import { Button, Group, Stack } from '@mantine/core'
import { useChooseFile } from '../../../queries/files.ts'
import { useFormScope } from '../form-scope.ts'
import type { SourcePath } from '../form-values.ts'
import { SourceText } from './SourceText.tsx'

/** A file, and where in it the secret is. @see RFC 6901 */
export function FileFields({ path, of }: { path: SourcePath; of: string }) {
  const { form } = useFormScope()
  const choose = useChooseFile()
  return (
    <Stack gap={8}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <SourceText
          path={`${path}.path`}
          label="File"
          of={of}
          placeholder="/run/secrets/orders"
          description="Its first line is the secret; of a key, the whole file is."
          flex={1}
          miw={0}
        />
        <Button
          variant="default"
          mt={21}
          style={{ flexShrink: 0 }}
          aria-label={`Choose file… (${of})`}
          onClick={() =>
            choose.mutate(of, {
              onSuccess: (chosen) => {
                if (chosen !== null) form.setFieldValue(`${path}.path`, chosen)
              },
            })
          }
        >
          Choose file…
        </Button>
      </Group>
      <SourceText
        path={`${path}.pointer`}
        label="JSON pointer"
        of={of}
        placeholder="/oauth/client_secret"
        description="Only for a JSON file: where in it the secret is."
      />
    </Stack>
  )
}

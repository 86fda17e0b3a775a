import { Radio, Stack, Text } from '@mantine/core'
import type { ExportFormat } from '../../../../electron/vocabulary/export-formats.ts'
import { Region } from '../../../ui/Region.tsx'

const formats = [
  {
    value: 'explorer',
    label: 'Client Credentials Explorer file',
    description: 'For colleagues who use this app.',
  },
  {
    value: 'postman',
    label: 'Postman collection',
    description: 'One collection for each environment, with its variables.',
  },
  { value: 'bruno', label: 'Bruno folder', description: 'One collection for each environment.' },
  {
    value: 'http_file',
    label: '.http file',
    description: 'For VS Code REST Client and other editors, with .env.example for secrets.',
  },
] as const satisfies readonly { value: ExportFormat; label: string; description: string }[]

/** For which tool it is written. */
export function FormatChoice({ format, onChange }: { format: ExportFormat; onChange: (format: ExportFormat) => void }) {
  return (
    <Region name="Format">
      <Stack gap={10}>
        <Radio.Group aria-label="Format" value={format}>
          <Stack gap={6}>
            {formats.map(({ value, label, description }) => (
              <Radio
                key={value}
                size="xs"
                value={value}
                label={label}
                description={description}
                onChange={() => onChange(value)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {format === 'explorer' ? null : <Text size="sm">Secrets are left out; recipients enter their own.</Text>}
      </Stack>
    </Region>
  )
}

import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { BasicEncoding as Encoding } from '../../../../electron/contract/client-authentication.ts'
import { basicEncodings } from '../../../../electron/vocabulary/client-authentication.ts'
import { useRevealedPreview } from '../../../queries/preview.ts'
import { Bytes } from '../../../ui/Bytes.tsx'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { useRevealed } from '../../../ui/use-revealed.ts'
import { SelectField } from '../fields/SelectField.tsx'
import { useFormScope } from '../form-scope.ts'
import { useFormPreview } from '../preview/use-form-preview.ts'

const labels: Readonly<Record<Encoding, string>> = { form: 'Form-encoded (RFC 6749)', raw: 'Raw' }

/** How id and secret are written into the Basic header, and what either way comes to. @see RFC 6749 §2.3.1 */
export function BasicEncoding() {
  const { input, outcome } = useFormPreview()
  const [revealed, toggle] = useRevealed(input)
  const known = outcome?.kind === 'request'
  const differs = known && outcome.findings.some(({ code }) => code === 'basic_encoding_differs')
  return (
    <Stack gap={6}>
      <div className="fields" data-columns="2">
        <SelectField
          path="basicEncoding"
          label="Encoding"
          data={basicEncodings.map((value) => ({ value, label: labels[value] }))}
        />
        <div>
          <Group gap={8} wrap="nowrap" align="flex-start" role="status">
            {known ? <StateIcon tone={differs ? 'warn' : 'info'} /> : null}
            <Text size="xs" c={differs ? 'var(--warn)' : 'dimmed'} pt={2}>
              {differs
                ? 'For this client the two give different headers: ID or secret holds reserved characters. If the server answers invalid_client, try the other one.'
                : known
                  ? 'For this client both give the same header.'
                  : 'Servers differ: some decode these values, as the standard says, some don’t.'}
            </Text>
          </Group>
          {known ? (
            <Button variant="transparent" size="compact-xs" px={0} aria-expanded={revealed} onClick={toggle}>
              {revealed ? 'Hide both headers' : 'Reveal both headers for 20 s'}
            </Button>
          ) : null}
        </div>
      </div>
      {revealed ? basicEncodings.map((encoding) => <Header key={encoding} encoding={encoding} />) : null}
    </Stack>
  )
}

function Header({ encoding }: { encoding: Encoding }) {
  const { input } = useFormScope().previewed
  const other = useMemo(
    () => (input === null ? null : { ...input, value: { ...input.value, basicEncoding: encoding } }),
    [input, encoding],
  )
  const { data } = useRevealedPreview(other)
  const headers = data?.kind === 'request' ? data.request.headers : []
  const [, value = '…'] = headers.find(([name]) => name.toLowerCase() === 'authorization') ?? []
  return (
    <div className="panel">
      <Text size="xs" c="dimmed">
        {labels[encoding]}
      </Text>
      <Bytes text={`Authorization: ${value}`} />
    </div>
  )
}

import { Button, Group, Stack } from '@mantine/core'
import { useAction } from '../../../queries/action.ts'
import { CallFailed } from '../../../ui/Problem.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'
import { TextField } from '../fields/TextField.tsx'
import { useFormScope } from '../form-scope.ts'
import { useReader } from '../use-reader.ts'
import { publishedFor } from './published-for.ts'
import { MetadataAnswer } from './MetadataAnswer.tsx'

/** The issuer with "Discover" beside it; what is found can be put into the form, to be looked at and saved. */
export function IssuerField() {
  const { form, environment, managed } = useFormScope()
  const discover = useAction('discover', environment?.id ?? 'new')
  const withReader = useReader()
  const { pendingSince } = discover
  const { issuer } = form.values
  const isOfThis = discover.input?.issuer === issuer || publishedFor(issuer, discover.outcome) !== null
  const { outcome, error } = isOfThis ? discover : { outcome: null, error: null }
  const ask = () =>
    withReader((unsaved, onOutcome) => discover.run({ ...unsaved, issuer: form.getValues().issuer }, onOutcome))
  return (
    <Stack gap={6}>
      <Group align="flex-start" gap={8} wrap="nowrap">
        <TextField
          path="issuer"
          label="Issuer or base URL"
          placeholder="https://as.example"
          flex={1}
          miw={0}
          readOnly={managed}
          onKeyDown={(event) => event.key === 'Enter' && ask()}
        />
        <Button variant="default" mt={20} style={{ flexShrink: 0 }} disabled={pendingSince !== null} onClick={ask}>
          Discover
        </Button>
      </Group>
      {pendingSince === null ? null : (
        <Waiting since={pendingSince} what="Reading metadata" progress={discover.progress} onCancel={discover.cancel} />
      )}
      {error === null ? null : <CallFailed error={error} />}
      {outcome === null || pendingSince !== null ? null : (
        <MetadataAnswer outcome={outcome} onClose={discover.forget} />
      )}
    </Stack>
  )
}

import { Box, Group, Input, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { useFormScope } from '../form-scope.ts'
import { SecretLine } from './SecretLine.tsx'
import { keepingText } from './secret-state.ts'
import { SourcePanel } from './SourcePanel.tsx'
import { SourceSelect } from './SourceSelect.tsx'
import { isTypedHere } from './source-values.ts'
import { useSecret } from './use-secret.ts'

interface Props {
  name: SecretName
  label: string
  /** Of the input. */
  inputId: string
  description: string
  /** What it is typed into. */
  children: ReactNode
}

/** Everything about one secret: its name and source, then what it is typed into, or where it is fetched from. */
export function SecretFrame({ name, label, inputId, description, children }: Props) {
  const { source, problem } = useSecret(name)
  const { managed } = useFormScope()
  const typedHere = isTypedHere(source)
  return (
    <Box className="secret" {...(!typedHere && { style: { gridColumn: '1 / -1' } })}>
      <Group justify="space-between" gap={8} wrap="nowrap" align="flex-start" h={20}>
        <Input.Label size="xs" className="ellipsis" {...(typedHere ? { htmlFor: inputId } : { labelElement: 'div' })}>
          {label}
        </Input.Label>
        {managed ? null : <SourceSelect name={name} label={label} />}
      </Group>
      {typedHere ? (
        <>
          {children}
          <SecretLine name={name} label={label} inputId={inputId} description={description} />
        </>
      ) : (
        <>
          <Text size="xs" c="dimmed" mb={4}>
            {description} {keepingText(source.kind)}
          </Text>
          {source.kind === 'ask' ? null : <SourcePanel name={name} label={label} />}
          {problem === null ? null : (
            <Text size="xs" c="var(--err)" role="alert" mt={4} style={{ overflowWrap: 'anywhere' }}>
              {problem}
            </Text>
          )}
        </>
      )}
    </Box>
  )
}

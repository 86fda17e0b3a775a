import { Box, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { decodedSentence } from '../../../electron/contract/check-sentences.ts'
import { useDecodedToken } from '../../queries/tokens.ts'
import { MembersRegion } from '../../ui/Members.tsx'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'

/** Reads a pasted token. It stays in this window: nothing is sent, nothing is stored. */
export function InspectorPage() {
  const [text, setText] = useState('')
  const [inspected, setInspected] = useState('')
  const { data: decoded, error } = useDecodedToken(inspected)
  const sentence = decoded === undefined ? null : decodedSentence(decoded)
  return (
    <div className="page">
      <header className="page-header">
        <Title order={1} size="h3">
          Token inspector
        </Title>
      </header>
      <Box className="work">
        <Stack gap={14} maw={1000}>
          <Textarea
            label="Token"
            description="Paste a token, with or without “Authorization: Bearer”. It never leaves this computer and is not stored."
            autosize
            minRows={4}
            maxRows={10}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && setInspected(text)}
          />
          <Group>
            <Button onClick={() => setInspected(text)}>Inspect</Button>
            <Button
              variant="default"
              disabled={text === '' && inspected === ''}
              onClick={() => {
                setText('')
                setInspected('')
              }}
            >
              Clear
            </Button>
          </Group>
          {error === null ? null : <CallFailed error={error} />}
          {sentence === null || inspected === '' ? null : (
            <Text size="sm" role="status">
              {sentence}
            </Text>
          )}
          {decoded?.kind === 'jws' ? <MembersRegion name="Claims" object={decoded.claims} /> : null}
          {decoded?.kind === 'jws' || decoded?.kind === 'jwe' ? (
            <MembersRegion name="Header" object={decoded.header} />
          ) : null}
          {decoded?.kind === 'jws' ? (
            <Region name="Verification">
              <Text size="sm" c="dimmed">
                Not verified: anyone could have written these claims. To verify a token, request it in its environment
                and use “Verify” there.
              </Text>
            </Region>
          ) : null}
        </Stack>
      </Box>
    </div>
  )
}

import { Group, List, Stack, Text } from '@mantine/core'
import { sealedProblemText } from '../../../../electron/wording/secret-storage.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import type { ExportPreview } from '../../../../electron/contract/sharing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { byteCount } from '../../../ui/format.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { count } from '../../../ui/count.ts'
import { ExportNotes } from './ExportNotes.tsx'
import { LeakList } from './LeakList.tsx'

/** What the file will hold, or the files. `carried` says that secrets go along, encrypted. */
export function ExportReview({ preview, carried }: { preview: ExportPreview; carried: boolean }) {
  const { leaks, environments, apiCalls, secrets, unreadable, bytes, files, notes } = preview
  const stored = count(secrets, 'secret')
  return (
    <Stack gap={10}>
      <Text size="sm">
        {count(environments, 'environment')} with {count(apiCalls, 'saved call')}
        {files === 1 ? '' : ` in ${count(files, 'file')}`}, {byteCount(bytes)}.{' '}
        {secrets === 0 ? 'No secret is held for them.' : carried ? `${stored}, encrypted.` : `${stored} left out.`}
      </Text>
      {leaks.length === 0 ? (
        <Group gap={8} wrap="nowrap">
          <StateIcon tone="good" />
          <Text size="sm">Nothing else in it looks like a secret.</Text>
        </Group>
      ) : (
        <LeakList leaks={leaks} />
      )}
      {notes.length === 0 ? null : <ExportNotes notes={notes} />}
      {unreadable.length === 0 ? null : (
        <Problem
          tone="warn"
          word="Warning"
          title={`${count(unreadable.length, 'secret')} ${carried ? 'cannot be carried' : 'could not be looked for'}`}
        >
          <List size="sm">
            {unreadable.map(({ environmentName, name, reason }) => (
              <List.Item key={`${environmentName}/${name}`}>
                {visible(environmentName)}, {secretLabels[name]}: {visible(sealedProblemText(reason))}
              </List.Item>
            ))}
          </List>
        </Problem>
      )}
    </Stack>
  )
}

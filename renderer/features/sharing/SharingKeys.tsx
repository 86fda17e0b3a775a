import { sharingKeyProblemText } from '../../../electron/wording/sharing-keys.ts'
import './sharing.css'
import { Skeleton, Stack, Text } from '@mantine/core'
import { useChangeSharingKeys, useSharingKeys } from '../../queries/sharing-keys.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { showUndo } from '../../ui/undo-notice.tsx'
import { AddRecipient } from './keys/AddRecipient.tsx'
import { Contacts } from './keys/Contacts.tsx'
import { OwnKeys } from './keys/OwnKeys.tsx'
import { Refusal } from './Refusal.tsx'

/** One's own keys, those to encrypt to, and those whose signatures are known. */
export function SharingKeys() {
  const { data: keys, error } = useSharingKeys()
  return (
    <Region name="Sharing keys">
      {error === null ? null : <CallFailed error={error} />}
      {keys === undefined ? (
        error === null ? (
          <Skeleton h={80} />
        ) : null
      ) : (
        <Stack gap={14}>
          <OwnKeys own={keys.own} />
          <Recipients recipients={keys.recipients} />
          <Authors authors={keys.authors} />
        </Stack>
      )}
    </Region>
  )
}

type Keys = NonNullable<ReturnType<typeof useSharingKeys>['data']>

function Recipients({ recipients }: Pick<Keys, 'recipients'>) {
  const save = useChangeSharingKeys('saveRecipient')
  const remove = useChangeSharingKeys('deleteRecipient')
  return (
    <Stack gap={8}>
      <Text size="sm" fw={600}>
        Recipients
      </Text>
      <Contacts
        title="Recipients"
        none="No recipients yet. Add a teammate’s key to encrypt for them."
        action="Delete"
        contacts={recipients.map(({ recipient, ...rest }) => ({ key: recipient, ...rest }))}
        onRemove={({ key: recipient, name }) =>
          remove.mutate(
            { recipient },
            {
              onSuccess: ({ kind }) =>
                kind === 'done' &&
                showUndo(`recipient-${recipient}`, `Deleted “${name}”.`, () => save.mutate({ name, recipient })),
            },
          )
        }
      />
      <Refusal
        title="Not deleted"
        message={remove.data?.kind === 'refused' ? sharingKeyProblemText(remove.data.reason) : null}
      />
      <AddRecipient />
    </Stack>
  )
}

function Authors({ authors }: Pick<Keys, 'authors'>) {
  const remove = useChangeSharingKeys('deleteAuthor')
  const restore = useChangeSharingKeys('restoreAuthor')
  return (
    <Stack gap={8}>
      <Text size="sm" fw={600}>
        Authors
      </Text>
      <Contacts
        title="Authors"
        none="No authors yet. Whoever signs a file you import is recognised from then on."
        action="Forget"
        contacts={authors.map(({ publicKey, ...rest }) => ({ key: publicKey, ...rest }))}
        onRemove={({ key: publicKey, name }) =>
          remove.mutate(
            { publicKey },
            {
              onSuccess: ({ kind }) =>
                kind === 'done' &&
                showUndo(`author-${publicKey}`, `Forgot “${name}”.`, () => restore.mutate({ publicKey })),
            },
          )
        }
      />
      <Refusal
        title="Not brought back"
        message={restore.data?.kind === 'refused' ? sharingKeyProblemText(restore.data.reason) : null}
      />
    </Stack>
  )
}

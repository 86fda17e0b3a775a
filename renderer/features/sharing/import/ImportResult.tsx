import { Button, Group, List, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { notStoredText } from '../../../../electron/wording/import/applying.ts'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import { hrefOf } from '../../../route.ts'
import { useEnvironments, useSecretStates } from '../../../queries/environments.ts'
import type { Applied, Importing, Preview } from '../../../state/importing.ts'
import { visible } from '../../../ui/format.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { count } from '../count.ts'
import { stillMissing } from './still-missing.ts'

interface Props {
  applied: Applied
  preview: Preview
  importing: Importing
}

/** What an import did, what is left to do, and the way back. */
export function ImportResult({ applied: { importId, added, replaced, kept, notStored }, preview, importing }: Props) {
  const environments = useEnvironments().data ?? []
  const imported = [...added, ...replaced]
  const missing = stillMissing(preview.items, imported, useWithSecrets(preview, imported, environments))
  const undo = () => {
    notifications.hide(`import-${importId}`)
    void importing.undo(importId)
  }
  return (
    <Stack gap={16}>
      <Problem
        tone="good"
        word="Done"
        title={`${count(added.length, 'environment')} added, ${replaced.length} replaced, ${kept} kept as they are`}
      >
        <Group mt={6}>
          <Button variant="default" disabled={importing.pending !== null} onClick={undo}>
            Undo the import
          </Button>
        </Group>
      </Problem>
      {notStored.length === 0 ? null : (
        <Problem tone="warn" word="Warning" title={`${count(notStored.length, 'secret')} could not be stored`}>
          <List size="sm">
            {notStored.map(({ environmentName, name, reason }) => (
              <List.Item key={`${environmentName}/${name}`}>
                {visible(environmentName)}, {secretLabels[name]}: {visible(notStoredText(reason))}
              </List.Item>
            ))}
          </List>
        </Problem>
      )}
      {missing.length === 0 ? null : (
        <Region name="Secrets to supply" title={`${count(missing.length, 'environment')} without a secret yet`}>
          <VirtualList
            label="Secrets to supply"
            as="list"
            items={missing}
            estimate={27}
            maxHeight="260px"
            keyOf={({ environment }) => environment.id}
          >
            {({ environment: { id, name }, names }) => (
              <Text size="sm" px={8} py={3}>
                <a href={hrefOf({ kind: 'environment', id, tab: 'configure' })} aria-label={`Configure ${name}`}>
                  {visible(name)}
                </a>
                : {names.map((secret) => secretLabels[secret]).join(', ')}
              </Text>
            )}
          </VirtualList>
        </Region>
      )}
      <Links name="Added" ids={added} environments={environments} />
      <Links name="Replaced" ids={replaced} environments={environments} />
    </Stack>
  )
}

/** What was imported and what it met, with the states of its secrets. */
function useWithSecrets(preview: Preview, imported: readonly string[], environments: readonly EnvironmentSummary[]) {
  const met = preview.items.flatMap(({ existing }) => (existing === null ? [] : [existing.id]))
  const states = useSecretStates([...new Set([...imported, ...met])]).data ?? []
  const secretsOf = new Map(states.map(({ id, secrets }) => [id, secrets]))
  return environments.flatMap(({ id, name }) => {
    const secrets = secretsOf.get(id)
    return secrets === undefined ? [] : [{ id, name, secrets }]
  })
}

function Links({
  name: title,
  ids,
  environments,
}: {
  name: string
  ids: readonly string[]
  environments: readonly { id: string; name: string }[]
}) {
  const wanted = new Set(ids)
  const found = environments.filter(({ id }) => wanted.has(id))
  if (found.length === 0) return null
  return (
    <Region name={title} title={`${title}: ${found.length}`}>
      <VirtualList label={title} as="list" items={found} estimate={27} maxHeight="320px" keyOf={({ id }) => id}>
        {({ id, name }) => (
          <Text size="sm" px={8} py={3} className="ellipsis">
            <a href={hrefOf({ kind: 'environment', id, tab: 'token' })}>{visible(name)}</a>
          </Text>
        )}
      </VirtualList>
    </Region>
  )
}

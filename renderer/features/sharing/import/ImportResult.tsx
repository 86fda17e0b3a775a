import { Button, List } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { notStoredText } from '../../../../electron/wording/import/applying.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import { useEnvironments } from '../../../queries/environments.ts'
import type { Applied, Importing, Preview } from '../../../state/importing.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { visible } from '../../../../electron/common/visible.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { count } from '../../../ui/count.ts'
import { ImportedLinks } from './ImportedLinks.tsx'
import { resultTitle } from './result-text.ts'
import { lackingSettings } from './lacking-settings.ts'
import { NeededSecrets } from './NeededSecrets.tsx'
import { itemOf } from './needed-secrets.ts'
import { NeededVariables } from './NeededVariables.tsx'
import { useNeededSecrets } from './use-needed-secrets.ts'
import { useNeededVariables } from './use-needed-variables.ts'

interface Props {
  applied: Applied
  preview: Preview
  importing: Importing
}

/** What an import did, what is left to do, and the way back. */
export function ImportResult({ applied, preview, importing }: Props) {
  const { importId, added, replaced, extended, kept, notStored } = applied
  const environments = useEnvironments().data ?? []
  const rows = useNeededSecrets(applied, preview)
  const variables = useNeededVariables(applied, preview)
  const needed = [...(rows ?? []), ...variables].filter(({ isSaved }) => !isSaved).length
  const lacking = (environment: { id: string; name: string }) => {
    const item = itemOf(environment, preview.items)
    return item === undefined ? [] : lackingSettings(item)
  }
  const undo = () => {
    notifications.hide(`import-${importId}`)
    void importing.undo(importId)
  }
  return (
    <div className="column top" data-gap="large">
      <Banner
        tone="ok"
        title={resultTitle({ added: added.length, replaced: replaced.length, kept, extended: extended.length })}
        reason={`${neededText(needed)} Undo takes all of it back, secrets that you typed for it too.`}
        acts={
          <Button variant="default" disabled={importing.pending !== null} onClick={undo}>
            Undo the import
          </Button>
        }
      />
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
      {rows === null || rows.length === 0 ? null : <NeededSecrets importId={importId} rows={rows} />}
      {variables.length === 0 ? null : <NeededVariables rows={variables} />}
      <ImportedLinks name="Added" ids={added} environments={environments} lacking={lacking} />
      <ImportedLinks name="Replaced" ids={replaced} environments={environments} lacking={lacking} />
      <ImportedLinks name="Calls added" ids={extended} environments={environments} tab="api-calls" />
    </div>
  )
}

function neededText(needed: number): string {
  if (needed === 0) return 'No secret is missing.'
  return `${count(needed, 'secret')} ${needed === 1 ? 'is' : 'are'} still needed.`
}

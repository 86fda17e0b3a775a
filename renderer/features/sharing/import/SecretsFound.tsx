import { IconFile, IconKey } from '@tabler/icons-react'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { secretsFound } from './secrets-found.ts'

/** The secrets that come along, and those that have to be supplied: the result has a field for each. */
export function SecretsFound({ items }: { items: readonly ImportItem[] }) {
  const found = secretsFound(items)
  if (found.length === 0) return null
  const isNeeded = found.some((secret) => secret.isNeeded)
  return (
    <Region
      name="Secrets"
      title={
        <>
          Secrets <span className="count">{found.length.toLocaleString('en')}</span>
        </>
      }
    >
      <VirtualList
        label="Secrets"
        as="list"
        items={found}
        estimate={49}
        maxHeight="min(40vh, 320px)"
        className="import-list"
        keyOf={({ key }) => key}
      >
        {({ environment, name, sentTo, isNeeded }) => (
          <div className="import-secret">
            <span>{secretLabels[name]}</span>
            <span className="needed-state" data-state={isNeeded ? 'needed' : undefined}>
              {isNeeded ? (
                <IconKey size={14} stroke={1.6} aria-hidden />
              ) : (
                <IconFile size={14} stroke={1.6} aria-hidden />
              )}
              {isNeeded ? 'Needed' : 'In the file'}
            </span>
            <span className="text-small dimmed import-secret-of" title={`${environment}\n${sentTo.join('\n')}`}>
              <bdi className="ellipsis">{visible(environment)}</bdi>
              <span className="ellipsis">
                {sentTo.length === 0 ? '· stays here' : `· would be sent to ${visible(sentTo.map(hostOf).join(', '))}`}
              </span>
            </span>
          </div>
        )}
      </VirtualList>
      {isNeeded ? <p className="text-small dimmed">After the import you can type or paste what is needed.</p> : null}
    </Region>
  )
}

const hostOf = (origin: string): string => origin.replace(/^https:\/\//, '')

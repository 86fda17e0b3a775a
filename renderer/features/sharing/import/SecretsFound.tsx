import { NativeSelect } from '@mantine/core'
import { IconAlertTriangleFilled, IconCircleMinus, IconFile, IconKey } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { hostOf } from '../../../../electron/common/host-of.ts'
import { visible } from '../../../../electron/common/visible.ts'
import type { ImportedSecret } from '../../../../electron/contract/import-edits.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import type { Importing } from '../../../state/importing.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { unsentText } from './needed-secrets.ts'
import { secretKey, takeSecrets } from './preview/edits.ts'
import { placeText, type SecretInFile, secretsFound } from './secrets-found.ts'
import { Counted } from './Counted.tsx'

interface Props {
  items: readonly ImportItem[]
  leftOut: readonly ImportedSecret[]
  edit: Importing['edit']
}

/** The secrets that come along, each to be stored or left out, and those that have to be supplied: the result has a field for each. */
export const SecretsFound = memo(function SecretsFound({ items, leftOut, edit }: Props) {
  const found = useMemo(() => secretsFound(items, leftOut), [items, leftOut])
  const out = useMemo(() => new Set(leftOut.map(secretKey)), [leftOut])
  if (found.length === 0) return null
  const isNeeded = found.some(({ state }) => state === 'needed')
  return (
    <Region name="Secrets" title={<Counted title={titleOf(found)} count={found.length} />}>
      <VirtualList
        label="Secrets"
        as="list"
        items={found}
        estimate={92}
        maxHeight={found.length > 8 ? 'max(280px, 60vh)' : 'none'}
        className="import-list"
        tabStop={false}
        keyOf={({ key }) => key}
      >
        {(secret) => (
          <SecretLine
            secret={secret}
            isTaken={!secret.secrets.some((one) => out.has(secretKey(one)))}
            onTake={(isTaken) => edit(takeSecrets(secret.secrets, isTaken))}
          />
        )}
      </VirtualList>
      {isNeeded ? <p className="text-small dimmed">After the import you can type or paste what is needed.</p> : null}
    </Region>
  )
})

function titleOf(found: readonly SecretInFile[]): string {
  const needed = found.filter(({ state }) => state === 'needed').length
  if (needed === 0) return 'Secrets found'
  return needed === found.length ? 'Secrets needed' : 'Secrets found and needed'
}

const states = {
  needed: { Icon: IconKey, word: 'Needed' },
  in_file: { Icon: IconFile, word: 'In the file' },
  likely: { Icon: IconAlertTriangleFilled, word: 'Likely a secret' },
  left_out: { Icon: IconCircleMinus, word: 'Left out' },
} as const

interface LineProps {
  secret: SecretInFile
  isTaken: boolean
  onTake: (isTaken: boolean) => void
}

function SecretLine({ secret, isTaken, onTake }: LineProps) {
  const { name, variable, places, environments, state } = secret
  const { Icon, word } = states[isTaken || state === 'needed' ? state : 'left_out']
  const owner = ownerOf(environments)
  const title = variable === '' ? secretLabels[name] : variable
  const where = placeText(places)
  const more = [where, fateOf(secret)].filter((part) => part !== '').join(' · ')
  return (
    <div className="import-secret">
      <span className={variable === '' ? 'ellipsis' : 'mono ellipsis'} title={title}>
        {visible(title)}
        {state === 'needed' ? null : <span className="import-masked">: ••••••••</span>}
      </span>
      <span className="needed-state" data-state={state === 'in_file' || !isTaken ? undefined : 'needed'}>
        <Icon size={14} stroke={1.6} aria-hidden />
        {word}
      </span>
      <bdi className="text-small dimmed anywhere import-secret-of" title={environments.join('\n')}>
        {visible(owner)}
      </bdi>
      {more === '' ? null : <span className="text-small dimmed anywhere import-secret-place">{visible(more)}</span>}
      {state === 'needed' ? null : (
        <NativeSelect
          className="import-secret-choice"
          aria-label={`What to do with ${visible(title)} of ${visible(owner)}`}
          value={isTaken ? 'take' : 'leave'}
          data={[
            { value: 'take', label: variable === '' ? 'Store encrypted here' : 'Keep as secret variable, encrypted' },
            { value: 'leave', label: 'Leave out' },
          ]}
          onChange={(event) => onTake(event.currentTarget.value === 'take')}
        />
      )}
    </div>
  )
}

const namesShown = 1

const ownerOf = (environments: readonly string[]): string =>
  environments.length > namesShown
    ? `${environments.length.toLocaleString('en')} environments`
    : environments.join(', ')

/** Where it would go, as far as is known: a secret variable goes where its calls do. */
function fateOf({ name, variable, sentTo }: SecretInFile): string {
  if (sentTo.length > 0) return `would be sent to ${sentTo.map(hostOf).join(', ')}`
  if (variable !== '') return ''
  return unsentText(name)
}

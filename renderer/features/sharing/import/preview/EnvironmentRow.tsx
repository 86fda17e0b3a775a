import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { visible } from '../../../../../electron/common/visible.ts'
import type { ImportItem } from '../../../../../electron/contract/sharing.ts'
import type { Choice, Importing } from '../../../../state/importing.ts'
import { count } from '../../../../ui/count.ts'
import { NameText } from '../../../../ui/NameText.tsx'
import { StageMark } from '../../StageMark.tsx'
import { isConflict, isPlain } from '../choices.ts'
import { CallsTarget } from './CallsTarget.tsx'
import { Conflict } from './Conflict.tsx'
import { takeEnvironments } from './edits.ts'
import { EnvironmentFields } from './EnvironmentFields.tsx'
import { Tick } from './Tick.tsx'
import { WithVariables } from './WithVariables.tsx'

interface Props {
  importId: string
  item: ImportItem
  choice: Choice
  isLeftOut: boolean
  /** Where the calls go of a file without a client; null is a new environment, undefined is not said. */
  target: string | null | undefined
  hasSharedCalls: boolean
  /** Secrets of it that would be stored. */
  secrets: number
  isOpen: boolean
  isCurrent: boolean
  /** Whether others have names that begin alike. */
  isEndKept: boolean
  isStop: boolean
  importing: Importing
  onOpen: (isOpen: boolean) => void
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** One environment of a file: its name, stage and token endpoint, what becomes of it, and beneath them what can be changed. */
export function EnvironmentRow(props: Props) {
  const { importId, item, isLeftOut, isOpen, isCurrent, isStop, importing, onOpen, onFocus, onKeyDown } = props
  const { id, name, stage, kind, settings, open } = item
  const take = (isTaken: boolean) => importing.edit(takeEnvironments([id], isTaken))
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const openEndpoint = open.find(({ field }) => field === 'token_endpoint')?.text ?? ''
  const endpoint = settings.token_endpoint === '' ? openEndpoint : settings.token_endpoint
  // Calls that go elsewhere bring no settings.
  const hasSettings = kind === 'environment' || props.target === null
  const held = heldText(item, props.hasSharedCalls, props.secrets)
  const onKey = (event: KeyboardEvent) => {
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey
    if (isBare && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault()
      return onOpen(event.key === 'ArrowRight')
    }
    if (isBare && event.key === ' ') {
      event.preventDefault()
      return isPlain(item) ? take(isLeftOut) : undefined
    }
    return onKeyDown(event)
  }
  return (
    <div
      className="import-env"
      data-current={isCurrent || undefined}
      data-out={isLeftOut || undefined}
      onFocus={onFocus}
    >
      <div className="import-env-line">
        {isPlain(item) ? (
          <Tick
            aria-label={`Import ${visible(name)}`}
            ticked={isLeftOut ? 'none' : 'all'}
            tabIndex={-1}
            onTick={take}
          />
        ) : (
          <span className="import-tick" aria-hidden />
        )}
        <button
          type="button"
          className="import-env-row"
          tabIndex={isStop ? 0 : -1}
          aria-expanded={hasSettings ? isOpen : undefined}
          onClick={() => (hasSettings ? onOpen(!isOpen) : undefined)}
          onKeyDown={onKey}
        >
          {hasSettings ? <Chevron size={14} stroke={1.6} aria-hidden /> : <span />}
          <span className="import-env-name">
            <NameText name={name} isEndKept={props.isEndKept} />
            {held === '' ? null : <span className="dimmed ellipsis">· {held}</span>}
          </span>
          {hasSettings ? <StageMark stage={stage} /> : <span />}
          <span dir="ltr" className="mono ellipsis import-env-endpoint" title={endpoint}>
            {!hasSettings ? null : endpoint === '' ? (
              <span className="import-no-endpoint">
                {settings.client_id === '' ? 'no client' : 'no token endpoint'}
              </span>
            ) : (
              <WithVariables text={withoutHttps(endpoint)} />
            )}
          </span>
          <span className="import-fate">{fateText(item, isLeftOut)}</span>
        </button>
      </div>
      {kind === 'calls' ? <CallsTarget item={item} target={props.target} importing={importing} /> : null}
      {isConflict(item) ? (
        <Conflict item={item} choice={props.choice} onChoose={(choice) => importing.choose({ [id]: choice })} />
      ) : null}
      {isOpen && hasSettings ? <EnvironmentFields importId={importId} item={item} importing={importing} /> : null}
    </div>
  )
}

/** What tells endpoints apart, on a line; `http:` is shown. */
const withoutHttps = (url: string): string => url.replace(/^https:\/\//i, '')

function fateText(item: ImportItem, isLeftOut: boolean): string {
  const { status, kind } = item
  if (status === 'unchanged') return 'Unchanged'
  if (isConflict(item)) return 'Conflict'
  if (isLeftOut) return 'Leave out'
  return kind === 'calls' ? 'Calls only' : 'Add'
}

function heldText(
  { kind, apiCalls, open, settings, accepted }: ImportItem,
  hasSharedCalls: boolean,
  secrets: number,
): string {
  return [
    ...(kind === 'calls' || apiCalls === 0 || hasSharedCalls ? [] : [count(apiCalls, 'call')]),
    ...(secrets === 0 ? [] : [count(secrets, 'secret')]),
    ...(accepted.length === 0 ? [] : [count(accepted.length, 'accepted finding')]),
    ...(settings.token_endpoint === '' || settings.client_id !== '' || open.some(({ field }) => field === 'client_id')
      ? []
      : ['no client ID']),
    ...(open.length === 0 ? [] : [`${open.length.toLocaleString('en')} to fill in`]),
  ].join(' · ')
}

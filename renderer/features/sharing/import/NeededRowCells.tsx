import { capital } from '../../../../electron/common/capital.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import { goToConfigure } from '../../../go-to-configure.ts'
import { hrefOf } from '../../../route.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { StageShape } from '../../../ui/StageBadge.tsx'
import { FirstToken } from './FirstToken.tsx'
import { NeededField } from './NeededField.tsx'
import { unsentText } from './needed-secrets.ts'
import { NeededState } from './NeededState.tsx'
import type { NeededRow } from './use-needed-secrets.ts'

interface Props {
  row: NeededRow
  /** Why it was not saved; null when nothing failed. */
  failure: string | null
  isLater: boolean
  /** Whether it is the first that is still needed, while none has had the focus. */
  isNext: boolean
  /** Whether its environment has all of its secrets now, and this is the first of them. */
  isSupplied: boolean
  onFocus: () => void
  onEnter: () => void
  onLines: (lines: readonly string[]) => void
}

/** One secret to supply: of which environment, where it would go, what it is typed into, how far it is. */
export function NeededRowCells({ row, failure, isLater, isNext, isSupplied, ...on }: Props) {
  const { environment, name, sentTo, isSaved } = row
  return (
    <>
      <div role="cell" className="needed-environment">
        <StageShape stage={environment.stage} />
        <a
          className="ellipsis"
          title={environment.name}
          href={hrefOf({ kind: 'environment', id: environment.id, tab: 'configure' })}
          aria-label={`Configure ${environment.name}`}
          onClick={(event) => {
            event.preventDefault()
            goToConfigure(environment.id, [name])
          }}
        >
          {visible(environment.name)}
        </a>
      </div>
      <div role="cell" className="ellipsis" title={secretLabels[name]}>
        {secretLabels[name]}
      </div>
      <div role="cell" className="ellipsis" title={sentTo.join('\n')}>
        {sentTo.length === 0 ? (
          <span className="dimmed">{capital(unsentText(name))}</span>
        ) : (
          <span className="mono">{visible(hosts(sentTo))}</span>
        )}
      </div>
      <div role="cell">
        {isSaved ? null : <NeededField row={row} error={failure} isNext={isNext} {...on} />}
        {isSupplied ? <FirstToken environment={environment} /> : null}
      </div>
      <div role="cell">
        <NeededState row={row} isFailed={failure !== null} isLater={isLater} />
      </div>
    </>
  )
}

function hosts([first = '', ...others]: readonly string[]): string {
  const host = first.replace(/^https:\/\//, '')
  return others.length === 0 ? host : `${host} +${others.length}`
}

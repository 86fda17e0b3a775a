import type { KeyboardEventHandler } from 'react'
import { visible } from '../../../../../electron/common/visible.ts'
import { pathOf } from '../../../../ui/name-of.ts'
import type { CallTreeRow } from './call-tree.ts'
import { Tick } from './Tick.tsx'
import { WithVariables } from './WithVariables.tsx'

interface Props {
  row: Extract<CallTreeRow, { kind: 'call' }>
  isStop: boolean
  isDisabled: boolean
  onFocus: () => void
  onKeyDown: KeyboardEventHandler
  onTick: (isTaken: boolean) => void
}

/** One call of a file: method, name and path, with its variables marked. */
export function CallRow({ row: { call, isTaken }, isStop, isDisabled, onTick, onFocus, onKeyDown }: Props) {
  const { name, method, url, folder, authorization } = call
  const title = [name, `${method} ${pathOf(url)}`].filter((part) => part !== '').join(', ')
  return (
    <label className="import-call" data-inside={folder !== '' || undefined} data-out={!isTaken || undefined}>
      <Tick
        ticked={isTaken ? 'all' : 'none'}
        aria-label={visible(authorization === 'none' ? `${title}, without authorization` : title)}
        aria-disabled={isDisabled}
        tabIndex={isStop ? 0 : -1}
        onTick={(isWanted) => (isDisabled ? undefined : onTick(isWanted))}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
      <span className="mono import-method">{method === 'DELETE' ? 'DEL' : method}</span>
      {name === '' ? null : (
        <bdi className="ellipsis" title={name}>
          {visible(name)}
        </bdi>
      )}
      <span dir="ltr" className="mono ellipsis import-url" data-alone={name === '' || undefined} title={visible(url)}>
        <WithVariables text={name === '' ? url : pathOf(url)} />
      </span>
      {authorization === 'none' ? <span className="text-small import-note">no token</span> : null}
    </label>
  )
}

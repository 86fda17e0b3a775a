import { visible } from '../../electron/common/visible.ts'
import './claims.css'
import { fold } from './fold.ts'

const limit = { lines: 3, characters: 120 }

/** The name of a member; of a long one the beginning. */
export function MemberName({ name }: { name: string }) {
  const { isWhole, characters } = fold(name, limit)
  return (
    <>
      <code className="claim-name">{name === '' ? '""' : visible(shortName(name))}</code>
      {isWhole ? null : <small> … {characters.toLocaleString('en')} characters</small>}
    </>
  )
}

export const shortName = (name: string): string => fold(name, limit).shown

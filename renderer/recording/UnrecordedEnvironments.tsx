import './recording.css'
import { visible } from '../../electron/common/visible.ts'
import { useEnvironments } from '../queries/environments.ts'
import { useSetRecording, useUnrecorded } from '../queries/recording.ts'
import { hrefOf } from '../route.ts'
import { count } from '../ui/count.ts'
import { Disclosure } from '../ui/Disclosure.tsx'

/** The environments that are not recorded, each with the way back; nothing where all are. */
export function UnrecordedEnvironments() {
  const unrecorded = useUnrecorded().data ?? []
  const environments = useEnvironments().data ?? []
  const { mutate, isPending } = useSetRecording()
  const found = environments.filter(({ id }) => unrecorded.includes(id))
  if (found.length === 0) return null
  const title = `${count(found.length, 'environment')} ${found.length === 1 ? 'is' : 'are'} not recorded`
  return (
    <Disclosure title={title} open={found.length <= 3}>
      <ul className="unrecorded">
        {found.map(({ id, name }) => (
          <li key={id}>
            <a className="ellipsis" href={hrefOf({ kind: 'environment', id, tab: 'configure' })}>
              {visible(name)}
            </a>
            <button
              type="button"
              className="link-button"
              disabled={isPending}
              aria-label={`Record ${visible(name)} again`}
              onClick={() => mutate({ environmentId: id, isRecorded: true })}
            >
              Record again
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

import type { TypedSecrets } from '../../contract/secret.ts'
import type { WithSession } from '../core-context.ts'
import { forgetOneTimeSecrets } from '../environment/forget.ts'

/** What a person answered when a secret was asked for is for one request; of a run, for all of its requests. */
export function secretsOfRun({ session }: WithSession<'oneTimeSecrets'>, environmentId: string) {
  const answered: TypedSecrets | undefined = session.oneTimeSecrets.get(environmentId)
  return {
    /** Before each act: the last request has used them up. */
    giveAgain: (): void => {
      if (answered !== undefined) session.oneTimeSecrets.set(environmentId, answered)
    },
    forget: (): void => {
      if (answered !== undefined) forgetOneTimeSecrets(session, environmentId)
    },
  }
}

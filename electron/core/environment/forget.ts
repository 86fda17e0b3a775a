import type { Session } from '../session.ts'

/** What was asked for, and is for one use. */
export function forgetOneTimeSecrets({ oneTimeSecrets }: Pick<Session, 'oneTimeSecrets'>, id: string | null): void {
  if (id !== null) oneTimeSecrets.delete(id)
}

/** What servers and sources gave for an environment, and what was made for it: it can be had again. */
export function forgetObtained(session: Session, id: string): void {
  for (const byId of [session.oneTimeSecrets, session.tokens, session.previousTokens]) byId.delete(id)
  const { secretCache, dpopKeys, nonces, lastOutcomes } = session
  for (const byPlace of [secretCache, dpopKeys, nonces, ...Object.values(lastOutcomes)]) {
    for (const place of byPlace.keys()) if (place.startsWith(`${id} `)) byPlace.delete(place)
  }
}

/** What was there under an id is not for another environment that has it. */
export function forgetSession(session: Session, id: string): void {
  forgetObtained(session, id)
  session.secrets.delete(id)
}

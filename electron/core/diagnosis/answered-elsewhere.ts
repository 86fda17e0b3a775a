import type { Case } from './case.ts'

/** Errors that only an endpoint gives that read the request as one for it. */
const ofThisEndpoint = /^(?:invalid_(?:client|scope|grant|target|resource)|unauthorized_client|access_denied)$/

/** True where the answer does not come from an endpoint that read the request: a page, a redirect, no such path or method. */
export function isAnsweredElsewhere({ answer }: Pick<Case, 'answer'>): boolean {
  if (answer === null) return false
  const { status, isWebPage, error } = answer
  if (error !== null && ofThisEndpoint.test(error)) return false
  return isWebPage || [404, 405, 410].includes(status) || (status >= 300 && status < 400)
}

/** True where the answer says that the endpoint read the request as one for it. */
export function isAnsweredHere({ answer }: Pick<Case, 'answer'>): boolean {
  const error = answer?.error ?? null
  return error !== null && ofThisEndpoint.test(error)
}

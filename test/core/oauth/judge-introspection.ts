import { explainInactive } from '../../../electron/core/diagnosis/inactive/explain.ts'
import { judgeIntrospectionResponse } from '../../../electron/core/oauth/introspection.ts'

type Judge = typeof judgeIntrospectionResponse

/** An introspection response as the flow judges it, with the causes of `active: false`. */
export const judgeIntrospection = (
  ...[transcript, facts, asked]: [Parameters<Judge>[0], Parameters<Judge>[1], Parameters<Judge>[2]]
) =>
  judgeIntrospectionResponse(transcript, facts, asked, (response) => explainInactive({ ...facts, ...asked, response }))

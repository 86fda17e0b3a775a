import { type Head, headBytes, KeptAnswers, type LargeBody } from '../answers/kept-answers.ts'
import { contentTypeIn } from '../../common/content-type.ts'
import type { WithSession } from '../core-context.ts'
import type { Transcript } from '../http/transcript.ts'
import { learnedValues } from '../redaction/learned-values.ts'
import { type Performed, type RecordDeps, record, type Relation, type RequestContext, secretsOf } from './perform.ts'

export type RecordAnswerDeps = RecordDeps & WithSession<'answers'>

/** More than the beginning, so that what is cut at its end is not part of it. */
const beginningBytes = headBytes + (1 << 16)

/**
 * As `record`, of an answer that may be large: a thread masks and keeps all of it, and its beginning is stored. What is passed on
 * has only the beginning of the body as well.
 */
export async function recordAnswer(
  deps: RecordAnswerDeps,
  context: RequestContext,
  transcript: Transcript,
  relation: Relation,
): Promise<Performed> {
  const { response } = transcript
  if (response === null || response.body.byteLength <= headBytes) return record(deps, context, transcript, relation)
  const { wireBytes, truncated } = response
  const decodedBytes = response.body.byteLength
  const beginning = Uint8Array.from(response.body.subarray(0, beginningBytes))
  const large: LargeBody = {
    id: deps.newId(),
    bytes: response.body,
    secrets: [
      ...secretsOf(deps, context.environment, context.accessToken, context.hidden),
      ...learnedValues(transcript),
    ],
    contentType: contentTypeIn(response.headers),
    isCut: truncated,
  }
  const head = await headOf(deps, large, beginning)
  const body = { ...head, wireBytes, decodedBytes, truncated, isHead: true } as const
  const short = { ...transcript, response: { ...response, body: beginning.subarray(0, headBytes) } }
  return record(deps, context, short, relation, { id: large.id, body })
}

/** Without the thread the beginning is all that there is. */
async function headOf({ session }: WithSession<'answers'>, large: LargeBody, beginning: Uint8Array): Promise<Head> {
  try {
    return await session.answers.keep(large)
  } catch {
    return new KeptAnswers().keep({ ...large, bytes: beginning, isCut: true })
  }
}

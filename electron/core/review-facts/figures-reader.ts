import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { type ActivityReader } from '../activity/read-facts.ts'
import type { Usage } from '../review/case.ts'

/** What the index of the history says for a review. Ids are of exchanges, newest first. */
export interface RecordedFigures {
  usage: Pick<Usage, 'tokensIssued' | 'calls' | 'requestedEarly' | 'caching' | 'tokenRequests' | 'failures'>
  /** Answers 429 of the authorization server, and refusals for a scope that the token lacks. */
  limited: Counted
  scopeRefusals: Counted
  /** The newest of each purpose but `api`, and of each saved call. */
  newest: readonly string[]
  /** That issued a token. */
  issuing: readonly string[]
}

interface Counted {
  count: number
  /** The newest of them. */
  exchangeId: string | null
  at: number | null
}

const mostNewest = { ofPurpose: 5, calls: 100, issuing: 15 }

/** What a probe asks for is in its result; what is published is published to everybody. */
const own = `WHERE environment_id = ? AND is_readable = 1 AND (is_of_probe = 0 OR purpose IN ('discovery', 'jwks'))`

/** Reads what a review needs of the index. */
export function figuresReader(index: DatabaseSync, activity: ActivityReader) {
  const limited = index.prepare(
    `SELECT count(*) AS count, id, max(started) AS started FROM facts ${own} AND started >= ? AND status = 429 AND purpose <> 'api' AND is_of_probe = 0`,
  )
  const refused =
    index.prepare(`SELECT count(*) AS count, id, max(started) AS started FROM facts ${own} AND started >= ? AND purpose = 'api'
    AND (' ' || findings || ' ' LIKE '% api_scope_missing %' OR ' ' || findings || ' ' LIKE '% api_scopes_missing %')`)
  const ofPurpose = index.prepare(
    `SELECT id FROM facts ${own} AND purpose = ? ORDER BY started DESC LIMIT ${mostNewest.ofPurpose}`,
  )
  const ofCalls = index.prepare(
    `SELECT id, max(started) AS started FROM facts ${own} AND call_id IS NOT NULL
     GROUP BY call_id ORDER BY started DESC LIMIT ${mostNewest.calls}`,
  )
  const issuing = index.prepare(
    `SELECT id FROM facts ${own} AND purpose = 'token' AND outcome = 'issued'
     ORDER BY started DESC LIMIT ${mostNewest.issuing}`,
  )
  const ids = (statement: StatementSync, ...given: string[]): string[] =>
    statement.all(...given).map(({ id }) => String(id))

  return (environmentId: string, now: number): RecordedFigures => {
    const { from, tokensIssued, calls, requestedEarly, caching, tokenRequests, failures } = activity(
      environmentId,
      '30d',
      now,
    )
    const purposes = ['token', 'introspection', 'revocation', 'jwks', 'discovery']
    return {
      usage: { tokensIssued, calls, requestedEarly, caching, tokenRequests, failures },
      limited: countedIn(limited, environmentId, from),
      scopeRefusals: countedIn(refused, environmentId, from),
      newest: [
        ...purposes.flatMap((purpose) => ids(ofPurpose, environmentId, purpose)),
        ...ids(ofCalls, environmentId),
      ],
      issuing: ids(issuing, environmentId),
    }
  }
}
export type FiguresReader = ReturnType<typeof figuresReader>

function countedIn(statement: StatementSync, environmentId: string, from: number): Counted {
  const row = statement.get(environmentId, from)
  const [id, started] = [row?.['id'], row?.['started']]
  return {
    count: Number(row?.['count'] ?? 0),
    exchangeId: typeof id === 'string' ? id : null,
    at: typeof started === 'number' ? started : null,
  }
}

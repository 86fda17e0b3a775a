import type { QueryParameter } from '../contract/api-call.ts'

/** A URL without its query, and the query as rows. */
export interface UrlWithRows {
  url: string
  query: readonly QueryParameter[]
}

/** The URL with the rows that are sent, as one text. The inverse of {@link splitUrl} where all rows are sent. */
export function urlText({ url, query }: UrlWithRows): string {
  const sent = query.filter(({ enabled }) => enabled).map(parameterText)
  if (sent.length === 0) return url
  return `${url}${url.includes('?') ? '&' : '?'}${sent.join('&')}`
}

/** Splits a text at its first "?", then at each "&", then at the first "=". Nothing is decoded, and nothing is lost. */
export function splitUrl(text: string): UrlWithRows {
  const at = text.indexOf('?')
  return at === -1 ? { url: text, query: [] } : { url: text.slice(0, at), query: queryRows(text.slice(at + 1)) }
}

/** The parameters of a query without its "?". An empty part is a parameter without name. */
export const queryRows = (text: string): QueryParameter[] =>
  text.split('&').map((part) => {
    const at = part.indexOf('=')
    return at === -1
      ? { name: part, value: null, enabled: true }
      : { name: part.slice(0, at), value: part.slice(at + 1), enabled: true }
  })

/** The same URL and rows once this text is typed in their place: rows that are not sent keep their place among the others. */
export function withUrlText({ query }: UrlWithRows, text: string): UrlWithRows {
  const typed = splitUrl(text)
  return { url: typed.url, query: withKept(query, typed.query) }
}

/** A call with a query in its URL has all of it in its rows. */
export const withSplitUrl = <Call extends UrlWithRows>(call: Call): Call & { query: QueryParameter[] } => {
  const { url, query } = splitUrl(call.url)
  return { ...call, url, query: [...query, ...call.query] }
}

function withKept(before: readonly QueryParameter[], sent: readonly QueryParameter[]): QueryParameter[] {
  const sentBefore = before.filter(({ enabled }) => enabled)
  const start = commonStart(sentBefore, sent)
  const end = commonStart(sentBefore.slice(start).toReversed(), sent.slice(start).toReversed())
  const rows: QueryParameter[] = []
  let passed = 0
  let taken = 0
  const takeUpTo = (count: number) => {
    while (taken < count) {
      const row = sent[taken++]
      if (row !== undefined) rows.push(row)
    }
  }
  for (const row of before) {
    if (row.enabled) passed++
    else {
      const fromEnd = sentBefore.length - passed
      takeUpTo(passed <= start ? passed : sent.length - Math.min(fromEnd, end))
      rows.push(row)
    }
  }
  takeUpTo(sent.length)
  return rows
}

/** How many rows both begin with. */
function commonStart(one: readonly QueryParameter[], other: readonly QueryParameter[]): number {
  let count = 0
  while (count < one.length && count < other.length && isSame(one[count], other[count])) count++
  return count
}

const isSame = (one: QueryParameter | undefined, other: QueryParameter | undefined): boolean =>
  one?.name === other?.name && one?.value === other?.value

const parameterText = ({ name, value }: QueryParameter): string => (value === null ? name : `${name}=${value}`)

import { z } from 'zod'
import { environmentIdSchema } from './environment.ts'
import { exchangeSchema, exchangeSummarySchema, purposeSchema } from './exchange.ts'
import { findingCodeSchema, findingSchema } from './finding.ts'
import { wholeNumber } from './number.ts'
import { historyLimits, senders, statusClasses } from '../vocabulary/history.ts'
import { historyLimitRules } from '../vocabulary/number-rules.ts'

/**
 * The token that an exchange issued or carried, without the token: `fingerprint` is the base64url of the first 12 bytes of its
 * SHA-256. Header and claims are JSON as in the token, null where it is not a readable JWT. Of an exchange that only carried it
 * all but the fingerprint is null.
 */
export const recordedTokenSchema = z.strictObject({
  fingerprint: z.string(),
  header: z.string().nullable(),
  claims: z.string().nullable(),
  /** Seconds: `exp` less `iat`, else `expires_in`; null is not known. */
  lifetime: z.number().nullable(),
  /** Space-separated; null where the answer did not say, and it is the one that was requested. */
  scopeGranted: z.string().nullable(),
})
export type RecordedToken = z.infer<typeof recordedTokenSchema>

/** How an exchange ended: `good`, with something to know, or not as it should. */
export const verdictSchema = z.enum(['good', 'noted', 'failed'])
export type Verdict = z.infer<typeof verdictSchema>

/** What came of an exchange once its answer was judged; kept beside it. */
export const conclusionSchema: z.ZodType<Conclusion> = z.strictObject({
  verdict: verdictSchema,
  /** `kind` of the outcome, such as `issued`, `refused`, `inactive`, `answered`. */
  outcome: z.string(),
  findings: z.array(findingSchema).readonly(),
  /** Of a request that carried a token, or was answered with one. */
  token: recordedTokenSchema.nullable(),
  /** The name that the environment had. */
  environmentName: z.string(),
})
export interface Conclusion {
  verdict: Verdict
  outcome: string
  findings: readonly z.infer<typeof findingSchema>[]
  token: RecordedToken | null
  environmentName: string
}

/** What to look for; an empty list or text, or null, looks for all. */
export const historyFilterSchema = z.strictObject({
  /** Words in any order, each the beginning of a word of the exchange; what is in quotes is next to each other. */
  text: z.string().max(historyLimits.textMaximum),
  environmentIds: z.array(environmentIdSchema).max(1000).readonly(),
  purposes: z.array(purposeSchema).readonly(),
  senders: z.array(z.enum(senders)).readonly(),
  statuses: z.array(z.enum(statusClasses)).readonly(),
  host: z.string().max(300),
  /** Milliseconds since 1970; `from` is included, `to` is not. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  findings: z.array(findingCodeSchema).readonly(),
  isPinned: z.boolean(),
})
export type HistoryFilter = z.infer<typeof historyFilterSchema>

/** An exchange as the table of the history shows it. */
export const historyRowSchema = exchangeSummarySchema.extend({
  /** As it was then, where the environment is gone. */
  environmentName: z.string(),
  /** Null where it was never judged: the app ended before. */
  verdict: verdictSchema.nullable(),
  /** The finding that says most; null for none. */
  finding: findingSchema.nullable(),
  isPinned: z.boolean(),
  hasNote: z.boolean(),
})
export type HistoryRow = z.infer<typeof historyRowSchema>

/** Days of what was found, newest first; the first row of a day is `count` rows before that of the next. */
const daySchema = z.strictObject({ startsAt: z.number(), count: z.number().int() })

/** What was found. `searchId` names it for `readHistory`, while it is among the last searches. */
export const historySearchSchema = z.strictObject({
  searchId: z.string(),
  found: z.number().int(),
  /** Milliseconds that the search took. */
  ms: z.number(),
  days: z.array(daySchema).readonly(),
  /** The first rows, newest first. */
  rows: z.array(historyRowSchema).readonly(),
  /** Exchanges that are not searched yet, because the index is being made again. */
  notIndexed: z.number().int(),
})
export type HistorySearch = z.infer<typeof historySearchSchema>

/** All of the history in figures, and what there is to choose from in its filters. */
export const historyFactsSchema = z.strictObject({
  exchanges: z.number().int(),
  /** Of the exchanges, and of what is kept with them. */
  bytes: z.number(),
  pinned: z.number().int(),
  /** That a watch sent. */
  ofWatch: z.number().int(),
  /** Milliseconds since 1970; null where there is none. */
  oldest: z.number().nullable(),
  hosts: z.array(z.string()).readonly(),
  findings: z.array(z.strictObject({ code: findingCodeSchema, count: z.number().int() })).readonly(),
  /** Environments that are gone, with exchanges. */
  goneEnvironments: z.array(z.strictObject({ id: environmentIdSchema, name: z.string() })).readonly(),
  /** Environments whose exchanges are not recorded. */
  unrecorded: z.array(environmentIdSchema).readonly(),
})
export type HistoryFacts = z.infer<typeof historyFactsSchema>

/** One exchange with all that is kept with it. */
export const historyEntrySchema: z.ZodType<HistoryEntry> = z.strictObject({
  exchange: exchangeSchema,
  conclusion: conclusionSchema.nullable(),
  isPinned: z.boolean(),
  note: z.string(),
  /** Of an environment that is not recorded: until the app ends, without note, pin and search. */
  isInMemory: z.boolean(),
  /** Whether there is a run of the flow that it belongs to. */
  hasFlowRun: z.boolean(),
  /** Of one that failed: the next of the same method and URL that did not. */
  solvedBy: z.strictObject({ id: z.string(), startedAt: z.number() }).nullable(),
})
export interface HistoryEntry {
  exchange: z.infer<typeof exchangeSchema>
  conclusion: Conclusion | null
  isPinned: boolean
  note: string
  isInMemory: boolean
  hasFlowRun: boolean
  solvedBy: { id: string; startedAt: number } | null
}

export const noteSchema = z.string().max(historyLimits.noteMaximum)

/** Days for which exchanges are kept, and MB of them; 0 has no limit. Pinned ones and those with a note stay. */
export const historyLimitsSchema = z.strictObject({
  days: wholeNumber(historyLimitRules.days),
  megabytes: wholeNumber(historyLimitRules.megabytes),
})
export type HistoryLimits = z.infer<typeof historyLimitsSchema>

export const historyLimitsChangeSchema = z.strictObject({
  days: historyLimitsSchema.shape.days.exactOptional(),
  megabytes: historyLimitsSchema.shape.megabytes.exactOptional(),
})

/** Exchanges by their ids, or all that a search found. */
export const chosenExchangesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: z.array(z.string().min(1).max(64)).min(1).max(1000) }),
  z.strictObject({ kind: z.literal('search'), searchId: z.string().min(1).max(64) }),
])
export type ChosenExchanges = z.infer<typeof chosenExchangesSchema>

import { z } from 'zod'
import { flowActs, flowScenarios } from '../vocabulary/flow.ts'
import { httpMethods } from '../vocabulary/http-methods.ts'
import { authMethodSchema } from './client-authentication.ts'
import { bodyFormatSchema, environmentIdSchema, introspectionStyleSchema, providerSchema } from './environment.ts'
import {
  failureCodeSchema,
  phaseSchema,
  purposeSchema,
  sentSchema,
  timingsSchema,
  transportFailureSchema,
} from './exchange.ts'
import { checkedSchema } from './diagnosis.ts'
import { findingSchema } from './finding.ts'
import { oauthErrorSchema, tokenUseSchema } from './outcome.ts'
import { fieldProblemSchema } from './problem.ts'
import { bindingSchema } from './token.ts'
import { checkSchema, verificationSchema } from './verification.ts'

/*
 * The large schemas are made when something is parsed: a start parses no run.
 */

export const flowScenarioSchema = z.enum(flowScenarios)
export type FlowScenario = z.infer<typeof flowScenarioSchema>

export const flowActNameSchema = z.enum(flowActs)
export type FlowActName = z.infer<typeof flowActNameSchema>

/** Whether the held token is used while it may be, or a new one is requested. */
export const tokenChoiceSchema = z.enum(['reuse', 'new'])
export type TokenChoice = z.infer<typeof tokenChoiceSchema>

/** What the settings of an environment say of a run before it is made. URLs carry no query and no credentials; empty is not set. */
export const flowPlanSchema = z.lazy(() =>
  z.strictObject({
    scenario: flowScenarioSchema,
    tokenChoice: tokenChoiceSchema,
    provider: providerSchema,
    client_id: z.string(),
    authentication: authMethodSchema,
    bodyFormat: bodyFormatSchema,
    /** Whether a DPoP proof goes along. */
    hasProof: z.boolean(),
    /** Whether a client certificate is presented to servers that ask for one. */
    hasClientCertificate: z.boolean(),
    /** Space-separated; in `narrow` what is asked for instead of the scopes of the environment. */
    scope: z.string(),
    audience: z.string(),
    resource: z.array(z.string()).readonly(),
    token_endpoint: z.string(),
    jwks_uri: z.string(),
    introspection_endpoint: z.string(),
    introspection: introspectionStyleSchema,
    revocation_endpoint: z.string(),
    /** The saved API call of the run; null where none is chosen. */
    call: z.strictObject({ id: z.string(), method: z.enum(httpMethods), url: z.string() }).nullable(),
    /** Where secrets are asked for over the network, with the host that is asked; empty where the host is not known. */
    sources: z.array(z.strictObject({ kind: z.enum(['vault', 'aws', 'azure']), host: z.string() })).readonly(),
    /** The host and port of a proxy that the environment names; null where it names none. */
    proxy: z.string().nullable(),
  }),
)
export type FlowPlan = z.infer<typeof flowPlanSchema>

/** Of an exchange what the picture shows. Masked as the exchange is. */
export const flowExchangeSchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    purpose: purposeSchema,
    /** `redirect` follows one, `nonce` answers a DPoP nonce; `first` is neither. @see RFC 9449 §8 */
    relation: z.enum(['first', 'redirect', 'nonce']),
    method: z.string(),
    url: z.string(),
    status: z.number().int().nullable(),
    failure: failureCodeSchema.nullable(),
    /** The phase in which it failed. */
    failedAt: phaseSchema.nullable(),
    sent: sentSchema,
    startedAt: z.number(),
    timings: timingsSchema,
    isReused: z.boolean(),
    /** As `Connection.proxy`. */
    proxy: z.string().nullable(),
    /** Such as `TLSv1.3`; null without TLS. */
    tls: z.string().nullable(),
  }),
)
export type FlowExchange = z.infer<typeof flowExchangeSchema>

/** What an act gave. */
export const flowResultSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('token'),
      use: z.enum(['reused', 'new']),
      token_type: z.string(),
      /** `DecodedToken.kind`, such as `jws` or `opaque`. */
      format: z.string(),
      alg: z.string().nullable(),
      expires_in: z.string().nullable(),
      /** Milliseconds since 1970; null is unknown. */
      expiresAt: z.number().nullable(),
      scopeAsked: z.string(),
      scopeGranted: z.string().nullable(),
      /** Of the token's `aud`; empty where it has none or cannot be read. */
      audience: z.array(z.string()).readonly(),
      binding: bindingSchema.shape.kind.nullable(),
    }),
    z.strictObject({
      kind: z.literal('verified'),
      verdict: verificationSchema.shape.verdict,
      kid: z.string().nullable(),
      /** Those that did not pass. */
      checks: z.array(checkSchema).readonly(),
    }),
    z.strictObject({ kind: z.literal('introspected'), active: z.boolean() }),
    z.strictObject({
      kind: z.literal('answered'),
      status: z.number().int(),
      statusText: z.string(),
      /** Of the `WWW-Authenticate` challenge, else of the body where that is an OAuth error. */
      error: z.string().nullable(),
      error_description: z.string().nullable(),
      /** What the challenge says is needed. */
      scope: z.string().nullable(),
      tokenUse: tokenUseSchema,
    }),
    z.strictObject({ kind: z.literal('revoked') }),
    z.strictObject({ kind: z.literal('refused'), status: z.number().int(), error: oauthErrorSchema }),
    z.strictObject({ kind: z.literal('nonconformant'), status: z.number().int() }),
    z.strictObject({ kind: z.literal('unreachable'), failure: transportFailureSchema }),
    z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() }),
  ]),
)
export type FlowResult = z.infer<typeof flowResultSchema>

/**
 * Why an act was left out: the settings lack what it needs; the token cannot be verified (it is opaque); an earlier act
 * stopped the run; the run began at a later act.
 */
export const leftOutSchema = z.enum([
  'no_introspection_endpoint',
  'no_revocation_endpoint',
  'no_call',
  'opaque_token',
  'stopped',
  'not_asked',
])
export type LeftOut = z.infer<typeof leftOutSchema>

/**
 * `noted` worked, with something to know: still accepted after a revocation, or a warning. `interrupted` is what was under way
 * when the app ended.
 */
export const flowActStateSchema = z.enum([
  'waiting',
  'running',
  'passed',
  'noted',
  'failed',
  'cancelled',
  'left_out',
  'interrupted',
])
export type FlowActState = z.infer<typeof flowActStateSchema>

export const flowActSchema = z.lazy(() =>
  z.strictObject({
    name: flowActNameSchema,
    state: flowActStateSchema,
    leftOut: leftOutSchema.nullable(),
    /** Milliseconds since 1970. */
    startedAt: z.number().nullable(),
    ms: z.number().nullable(),
    /** In the order in which they were made. */
    exchanges: z.array(flowExchangeSchema).readonly(),
    /** How many more there were than `exchanges` holds. */
    moreExchanges: z.number().int(),
    result: flowResultSchema.nullable(),
    findings: z.array(findingSchema).readonly(),
    /** As that of an outcome that failed. */
    checked: z.array(checkedSchema).readonly().exactOptional(),
  }),
)
export type FlowAct = z.infer<typeof flowActSchema>

const flowRunStateSchema = z.enum(['running', 'passed', 'noted', 'failed', 'cancelled', 'interrupted'])

/** One run of the flow: its plan as it was then, and what came of each act. */
export const flowRunSchema = z.lazy(() =>
  z.strictObject({
    /** Also the `flowId` of its exchanges. */
    id: z.string(),
    environmentId: environmentIdSchema,
    plan: flowPlanSchema,
    /** Of the whole: that of the act that stopped it, `noted` where one is, else `passed`. */
    state: flowRunStateSchema,
    startedAt: z.number(),
    ms: z.number().nullable(),
    /** The act that it began with, where that is not the first. */
    from: flowActNameSchema.nullable(),
    acts: z.array(flowActSchema).readonly(),
  }),
)
export type FlowRun = z.infer<typeof flowRunSchema>

/** A run as a list shows it. */
export const flowRunSummarySchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    scenario: flowScenarioSchema,
    state: flowRunStateSchema,
    startedAt: z.number(),
    ms: z.number().nullable(),
    stoppedAt: flowActNameSchema.nullable(),
  }),
)
export type FlowRunSummary = z.infer<typeof flowRunSummarySchema>

/** What the request that is under way waits for. `elapsed` holds the phases that are over, in milliseconds. */
export const flowProgressSchema = z.lazy(() =>
  z.strictObject({
    runId: z.string(),
    environmentId: environmentIdSchema,
    act: flowActNameSchema,
    purpose: purposeSchema,
    method: z.string(),
    url: z.string(),
    phase: phaseSchema,
    elapsed: z.array(z.strictObject({ phase: phaseSchema, ms: z.number() })).readonly(),
    /** When the request began, in milliseconds since 1970. */
    startedAt: z.number(),
  }),
)
export type FlowProgress = z.infer<typeof flowProgressSchema>

/** What a person chose to run. */
export const flowChoiceSchema = z.strictObject({
  environmentId: environmentIdSchema,
  scenario: flowScenarioSchema,
  tokenChoice: tokenChoiceSchema,
  /** The saved API call; null calls none. */
  callId: z.string().min(1).max(64).nullable(),
  /** What `narrow` asks for; of no interest to the others. */
  scope: z.string().max(4096),
  /** The act to begin with; null begins with the first. Those before it keep the token that is held. */
  from: flowActNameSchema.nullable(),
})
export type FlowChoice = z.infer<typeof flowChoiceSchema>

export const flowOutcomeSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ran'), run: flowRunSchema }),
    /** Nothing was begun. */
    z.strictObject({ kind: z.literal('not_sent'), problems: z.array(fieldProblemSchema).readonly() }),
  ]),
)
export type FlowOutcome = z.infer<typeof flowOutcomeSchema>

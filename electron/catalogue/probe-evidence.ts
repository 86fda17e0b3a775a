import type { PlannedRequest } from '../contract/review.ts'
import type { Probe, UnclearProbe } from '../vocabulary/review.ts'

/** How one part of a probe ended. `not_asked`: nothing of it was planned. `unclear`: its answer does not say. */
type Part<Known extends string> = Known | 'not_asked' | 'unclear'

/** What every result may have: of the answer that decided. */
export interface CommonProbeEvidence {
  step?: PlannedRequest['step']
  status?: string
  /** `error` of the answer, such as `invalid_client`. */
  error?: string
  /** A code of `transportFailureSchema`, where no answer came. */
  failure?: string
  /** Of `unclear` alone, and there always. */
  why?: UnclearProbe
}

/** Of probes of the API: the name of the call or its method and path, and the status with the right token. */
interface OfCall {
  call?: string
  rightStatus?: string
}

/** Evidence of a `ProbeResult` by its probe; all of it is text, lists have spaces between. */
export interface ProbeEvidence {
  /**
   * Holds: what was asked for is there and can be used. Fails: it answers, and has no such document (`none`), one of another
   * issuer, or one that cannot be used.
   */
  published: {
    metadata?: Part<'found' | 'none' | 'other_issuer' | 'invalid'>
    keys?: Part<'found' | 'none' | 'invalid'>
    /** Where the metadata is. */
    url?: string
    /** `issuer` of the document. */
    issuer?: string
    /** Settings whose endpoint the document names otherwise, such as `token_endpoint jwks_uri`. */
    differs?: string
    keyCount?: string
  }
  /** Holds: `refused`, or `inactive` of a token that the client sees as active. Fails: `active`. */
  introspection_open: {
    answer?: 'refused' | 'inactive' | 'active'
    /** Members that a stranger is given beside `active`. */
    members?: string
    client?: Part<'active' | 'inactive' | 'refused'>
  }
  /** Holds: the API refuses it with 400, 401 or 403. Fails: the API answers with success. */
  wrong_audience: OfCall & { audience?: string; rightAudience?: string }
  changed_token: OfCall & { alg?: string }
  /** `scope`: what the call needs and the token lacks; `granted`: what it has. */
  missing_scope: OfCall & { scope?: string; granted?: string }
  /**
   * By introspection where that says it, else by the API. Where introspection is `inactive` and the API accepts the token all
   * the same, it holds, with `api` as `accepted`. `unsupported`: the server says that it revokes no access tokens; it fails.
   */
  revocation: OfCall & {
    revocation?: 'accepted' | 'unsupported'
    introspection?: Part<'active' | 'inactive'>
    api?: Part<'accepted' | 'refused'>
    /** Seconds that the token lives on; absent where it is not known. */
    seconds?: string
    /** Where the token says itself when it ends. */
    token?: 'jwt'
  }
  /**
   * URLs asked by `http:`, each in one list. Fails: one is served. Holds: all are redirected to https, refused, or have no
   * connection.
   */
  plain_http: { served?: string; redirected?: string; refused?: string; unclear?: string }
  /** Holds: the server slowed the client down after `attempts`. Fails: it answered so many alike. */
  rate_limit: { attempts?: string; retryAfter?: string }
}

export type EvidenceOfProbe<Name extends Probe> = CommonProbeEvidence & ProbeEvidence[Name]

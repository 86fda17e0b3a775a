/** An HTTP request of another tool, as it would be sent. */
export interface SentRequest {
  url: string
  headers: readonly (readonly [name: string, value: string])[]
  /** `a=1&b=2` or JSON; empty for none. */
  body: string
  /** `id:secret` for an Authorization header with the scheme Basic, where the tool has them apart. */
  basic: string | null
}

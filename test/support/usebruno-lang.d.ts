/** Bruno's own reader and writer of .bru files, which brings no types. */
declare module '@usebruno/lang' {
  interface Pair {
    name: string
    value: unknown
    enabled: boolean
    type?: string
    secret?: boolean
  }

  interface BruJson {
    meta?: Readonly<Record<string, unknown>>
    http?: Readonly<Record<string, string>>
    params?: readonly Pair[]
    headers?: readonly Pair[]
    auth?: Readonly<Record<string, unknown>>
    body?: Readonly<Record<string, unknown>>
    vars?: { req?: readonly Pair[]; res?: readonly Pair[] }
    assertions?: readonly Pair[]
    docs?: string
    tests?: string
  }

  export function bruToJsonV2(text: string): BruJson
  export function collectionBruToJson(text: string): BruJson
  export function bruToEnvJsonV2(text: string): { variables: readonly Pair[] }
}

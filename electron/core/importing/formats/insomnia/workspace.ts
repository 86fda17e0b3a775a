import type { Given } from '../support/given.ts'

/** A workspace of any version of Insomnia, with everything in its order. */
export interface Workspace extends Given {
  version: string
  name: string
  items: readonly Item[]
  environments: readonly BaseEnvironment[]
  /** Certificates, specifications, cookies, tests and the like: what it is, and where. */
  others: readonly Other[]
}

export interface Other extends Given {
  kind: string
}

/** A folder, or a request of some protocol. */
export interface Item extends Given {
  kind: 'folder' | 'request' | 'other_protocol'
  /** Of another protocol than HTTP. */
  protocol: string
  name: string
  description: string
  /** How many scripts it has. */
  scripts: number
  followRedirects: boolean | null
  /** Whether templates in its body are resolved. */
  resolvesBody: boolean
  children: readonly Item[]
}

/** Holds in its sub environments, unless they have a value of their own. */
export interface BaseEnvironment extends Given {
  name: string
  subEnvironments: readonly (Given & { name: string })[]
}

/** By the words of files and of models, in small letters without underscores. */
const protocols = new Map([
  ['grpcrequest', 'gRPC'],
  ['websocketrequest', 'WebSocket'],
  ['socketiorequest', 'Socket.IO'],
  ['mcprequest', 'MCP'],
])

export const protocolOf = (type: string): string | null => protocols.get(type.replaceAll('_', '').toLowerCase()) ?? null

import type { Pointer } from '../../contract/finding.ts'

/** What every cause may have as evidence: the step, and what was answered. */
export const answered = ['step', 'status', 'error', 'said', 'place', 'page'] as const

export const field = (name: string) => ({ kind: 'field', field: name }) as const satisfies Pointer
export const parameter = (name: string) => ({ kind: 'request_parameter', name }) as const satisfies Pointer
export const claim = (name: string) => ({ kind: 'claim', name }) as const satisfies Pointer
export const sentUrl = { kind: 'request_url' } as const satisfies Pointer
export const status = { kind: 'response_status' } as const satisfies Pointer
export const authorization = { kind: 'request_header', name: 'Authorization' } as const satisfies Pointer

export const common = { severity: 'error', evidence: [], optional: answered } as const

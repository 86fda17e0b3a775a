import type { Assertion } from '../../../../../electron/contract/assertion.ts'

export const assertionKinds = ['status', 'header', 'json', 'schema', 'claim'] as const

export const assertionKindTitles: Readonly<Record<Assertion['kind'], string>> = {
  status: 'Status',
  header: 'Header',
  json: 'JSON value',
  schema: 'JSON Schema',
  claim: 'Token claim',
}

export const assertionTestTitles = { exists: 'exists', equals: 'equals', contains: 'contains' } as const

/** An assertion as another kind: what both can hold goes along. */
export function assertionOfKind(kind: Assertion['kind'], before: Assertion | null): Assertion {
  const tested =
    before !== null && 'test' in before
      ? { test: before.test, value: before.value }
      : ({ test: 'exists', value: '' } as const)
  const pointer = before !== null && 'pointer' in before ? before.pointer : ''
  switch (kind) {
    case 'status':
      return { kind, expected: '200' }
    case 'header':
      return { kind, name: '', ...tested }
    case 'json':
    case 'claim':
      return { kind, pointer, ...tested }
    case 'schema':
      return { kind, pointer, schema: '' }
  }
}

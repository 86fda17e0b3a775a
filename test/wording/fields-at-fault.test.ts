import { describe, expect, it } from 'vitest'
import { type FailureCode, failureCodeSchema } from '../../electron/contract/exchange.ts'
import { finding } from '../../electron/core/finding.ts'
import { fieldLabel } from '../../electron/wording/field-labels.ts'
import { sectionOf } from '../../renderer/features/environments/sections.ts'
import { fieldsOfFailure, fieldsOfFindings } from '../../electron/wording/fields-at-fault.ts'

const failure = (code: FailureCode, evidence: Record<string, string> = {}) =>
  ({ code, phase: 'connect', host: 'as.example', port: 443, nodeCode: null, evidence }) as const

describe('the fields that a failure leads to', () => {
  it('are none after a cancellation, and none of the endpoint where it was the proxy that failed', () => {
    expect(fieldsOfFailure(failure('cancelled'), 'token_endpoint')).toEqual([])
    expect(fieldsOfFailure(failure('refused', { proxy: 'yes' }), 'token_endpoint')).not.toContain('token_endpoint')
  })

  it('are the endpoint where no server was there, and Network where its certificate is not trusted', () => {
    expect(fieldsOfFailure(failure('name_not_found'), 'token_endpoint')).toEqual(['token_endpoint'])
    expect(fieldsOfFailure(failure('tls_self_signed'), 'token_endpoint').map(sectionOf)).toEqual(['network'])
  })

  it('are all fields that Configure has and a person can read', () => {
    for (const code of failureCodeSchema.options) {
      const fields = fieldsOfFailure(failure(code), 'token_endpoint')
      expect(fields.filter((field) => sectionOf(field) === null || fieldLabel(field) === null)).toEqual([])
    }
  })
})

describe('the fields that findings lead to', () => {
  it('are those of errors first, and a proposed change before what is pointed at', () => {
    const encoding = finding(
      'basic_encoding_differs',
      { encoding: 'raw' },
      { change: { field: 'basicEncoding', value: 'form' } },
    )
    const scope = finding('invalid_scope', { status: '400', error: 'invalid_scope' })
    expect(fieldsOfFindings([encoding, scope])).toEqual(['scope', 'basicEncoding', 'basicEncoding'])
  })

  it('are none where an error names none: what is only noticed did not cause it', () => {
    const encoding = finding('basic_encoding_differs', { encoding: 'raw' })
    const refused = finding('invalid_request', { status: '400', error: 'invalid_request' })
    expect(fieldsOfFindings([encoding])).toEqual(['basicEncoding'])
    expect(fieldsOfFindings([encoding, refused])).toEqual([])
  })
})

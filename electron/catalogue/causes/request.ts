import type { FindingEntry } from '../findings/entry.ts'
import { answered, common, field, parameter } from './entry.ts'

const scope = { ...common, section: 'RFC 6749 §3.3', pointers: [parameter('scope'), field('scope')] } as const
const resource = { ...common, section: 'RFC 8707 §2', pointers: [parameter('resource'), field('resource')] } as const
const target = {
  ...resource,
  pointers: [parameter('resource'), parameter('audience'), field('resource'), field('audience')],
} as const
const form = { ...common, section: 'RFC 6749 §4.4.2' } as const

/** About what a request asks for, and the form that it has. */
export const requestCauses = {
  scope_form_default: { ...scope, section: null, optional: [...answered, 'scope', 'wanted'] },
  scope_unknown: { ...scope, optional: [...answered, 'scope', 'supported', 'similar', 'form'] },
  scope_not_allowed: { ...scope, optional: [...answered, 'scope', 'isOfUser', 'isPublished'] },
  scope_missing: { ...scope, optional: [...answered, 'wanted', 'supported'] },
  scope_empty: { ...scope, optional: answered },
  scope_malformed: { ...scope, optional: [...answered, 'scope', 'separator'] },
  audience_missing: {
    ...target,
    optional: [...answered, 'parameter', 'wanted'],
    pointers: [parameter('audience'), field('audience')],
  },
  audience_unknown: { ...target, optional: [...answered, 'parameter', 'value'] },
  audience_not_allowed: { ...target, optional: [...answered, 'parameter', 'value'] },
  resource_not_absolute: { ...resource, optional: [...answered, 'value'] },
  consent_missing: { ...common, section: null, optional: [...answered, 'scope', 'client_id'] },
  policy_blocked: { ...common, section: null, optional: answered },
  param_name_wrong: { ...form, optional: [...answered, 'sent', 'wanted'], pointers: [field('parameters')] },
  param_missing: { ...form, optional: [...answered, 'name'], pointers: [field('parameters')] },
  param_repeated: {
    ...form,
    section: 'RFC 6749 §3.2',
    optional: [...answered, 'name', 'count'],
    pointers: [field('parameters')],
  },
  body_not_form: {
    ...form,
    optional: [...answered, 'contentType'],
    pointers: [{ kind: 'request_header', name: 'Content-Type' }, field('tokenBodyFormat')],
  },
  body_wants_json: {
    ...form,
    optional: answered,
    pointers: [{ kind: 'request_header', name: 'Content-Type' }, field('tokenBodyFormat')],
  },
  content_type_missing: { ...form, optional: [...answered, 'contentType'], pointers: [field('headers')] },
  /** `sent` where it was sent and not read, `length` where its length was missed. */
  body_missing: { ...form, optional: [...answered, 'sent', 'name', 'inUrl', 'length'] },
  request_too_large: { ...common, section: 'RFC 9110 §15.5.14', optional: [...answered, 'part', 'bytes'] },
} as const satisfies Readonly<Record<string, FindingEntry>>

import type { EvidenceNames } from '../evidence.ts'

/** Where a source has a value: `place` is variable, file, first_line, json_string, secret, key_of_secret or vault_key. */
const place = { evidence: ['place', 'name'], optional: ['within'] } as const

/** Of where secrets come from. `found`: what is there instead of a string, such as number or null. */
export const sourceProblems = {
  source_cancelled: { evidence: [] },
  /** With the failure of its request. `trust`: where an authority can be added, source or system. */
  source_unreachable: { evidence: ['trust'] },
  source_redirects: { evidence: ['origin', 'status'] },
  source_value_empty: place,
  source_value_too_long: { evidence: [...place.evidence, 'length', 'most'], optional: place.optional },
  source_variable_not_set: { evidence: ['variable'] },
  source_file_not_text: { evidence: ['path'] },
  source_file_empty: { evidence: ['path'] },
  source_file_not_json: { evidence: ['path'] },
  source_file_needs_pointer: { evidence: ['path'] },
  /** `name`: what is not there, as JSON; `within`: the pointer to where it is missing, none at the top. */
  source_pointer_leads_nowhere: { evidence: ['path', 'pointer', 'name'], optional: ['within'] },
  source_pointer_to_no_string: { evidence: ['path', 'pointer', 'found'] },
  source_given_by_person: { evidence: [] },
} as const satisfies Record<string, EvidenceNames>

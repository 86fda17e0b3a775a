import { z } from 'zod'

/** What is looked at to find out why a request failed. The order is that of the list that people read. */
export const diagnosisChecks = [
  'server_words',
  'secret_value',
  'secret_encoding',
  'client_credentials',
  'authentication_method',
  'grant',
  'assertion',
  'client_certificate',
  'scope',
  'audience',
  'endpoint',
  'request_form',
  'status',
  'web_page',
  'connection',
  'clock',
  'token',
  'api_requirements',
  'proof_of_possession',
  'caller',
  'metadata',
  'keys',
  'changes',
] as const

/**
 * What a check gave: a cause, nothing that is wrong, or that it does not apply or cannot be known from here.
 */
export const checkedSchema = z.strictObject({
  check: z.enum(diagnosisChecks),
  result: z.enum(['found', 'ruled_out', 'not_known']),
})
export type Checked = z.infer<typeof checkedSchema>
export type DiagnosisCheck = Checked['check']

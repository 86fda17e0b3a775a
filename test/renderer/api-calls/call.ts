import type { ApiCallSummary } from '../../../electron/contract/api-call.ts'

/** A saved call as a list has it, whose name is its id. */
export const listedCall = (id: string, folder = '', more: Partial<ApiCallSummary> = {}): ApiCallSummary => ({
  id,
  environmentId: 'e',
  name: id,
  folder,
  method: 'GET',
  url: 'https://api.example/orders',
  authorization: 'environment',
  scope: '',
  ...more,
})

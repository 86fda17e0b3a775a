import type { ApiCall, ApiRequest } from '../contract/api-call.ts'

/** What of a saved call is sent. */
export function requestOf({
  id: _id,
  environmentId: _environmentId,
  name: _name,
  folder: _folder,
  notes: _notes,
  ...request
}: ApiCall): ApiRequest {
  return request
}

/** A saved call without its owner: what travels, and what a copy has. */
export function ofNoEnvironment({ environmentId: _environmentId, ...call }: ApiCall): Omit<ApiCall, 'environmentId'> {
  return call
}

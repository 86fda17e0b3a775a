import type { ApiCallLabel, ApiRequest } from '../contract/api-call.ts'

/** A call before anything is typed. */
export const newApiRequest: ApiRequest = {
  method: 'GET',
  url: '',
  query: [],
  headers: [],
  body: { kind: 'none' },
  followRedirects: false,
  authorization: 'environment',
  renewOn401: false,
  scope: '',
  assertions: [],
}

export const newCallLabel: ApiCallLabel = { name: '', folder: '', notes: '' }

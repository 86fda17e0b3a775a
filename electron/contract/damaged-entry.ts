/** An entry of the workspace that is not as the app wrote it, as far as it can be named. */
export interface DamagedEntry {
  kind:
    | 'environment'
    | 'api_call'
    | 'exchange'
    | 'secret'
    | 'data_key'
    | 'secret_origin'
    | 'from_file'
    | 'sharing_key'
    | 'sharing_contact'
    | 'audit_event'
    | 'other'
  /** Its own name, what it requests, its time, or its table; empty when there is none that can be read. */
  name: string
  /** The name of the environment that it belongs to; empty for none. */
  environment: string
}

import { z } from 'zod'
import { settingsNoteCodes } from '../vocabulary/settings-note-codes.ts'
import { reason } from './reason.ts'

/** Where in what was given: a line, counted from 1, or a JSON pointer (RFC 6901), whichever a person can look up. `file` is empty for a single text. */
export const importPlaceSchema = z.strictObject({
  file: z.string(),
  line: z.number().nullable(),
  pointer: z.string().nullable(),
})
export type ImportPlace = z.infer<typeof importPlaceSchema>

/** What was not understood, not taken, or should be known before the import. No evidence holds a value that may be secret. */
export const importFactSchema = z.discriminatedUnion('code', [
  /** Scripts are never run. */
  reason('scripts_not_run', { count: z.number() }),
  /** With client credentials, sent by a script; read where it is written out there. */
  reason('token_request_in_script', { isRead: z.boolean() }),
  /** OAuth with another grant than client_credentials. */
  reason('other_grant', { grant: z.string() }),
  /** Authorization that is not OAuth, such as an API key or Basic. */
  reason('other_authorization', { type: z.string() }),
  /** The token would go in the query. @see RFC 6750 §2.3 */
  reason('token_in_query', {}),
  /** The call names another client, or other credentials, than the environment that it is in. */
  reason('differs_in_authorization', {}),
  /** A new value that the tool makes for each request, such as `{{$guid}}`. */
  reason('generated_value', { text: z.string() }),
  /** A value out of the answer of another call. */
  reason('value_of_answer', { text: z.string() }),
  /** A template or expression that only its tool can work out. */
  reason('expression', { text: z.string() }),
  /** No value for it is in the file. */
  reason('variable_without_value', { name: z.string() }),
  /** Only the tool that wrote it can decrypt the value of this setting or variable. */
  reason('encrypted_value', { name: z.string() }),
  /** Its value names itself, or too many others. */
  reason('variable_loop', { name: z.string() }),
  /** Its name cannot be used here; `renamed` is what it is called instead. */
  reason('variable_renamed', { name: z.string(), renamed: z.string() }),
  reason('variable_switched_off', { name: z.string() }),
  /** Of this setting, with a text that is not secret. */
  reason('not_a_url', { field: z.string(), text: z.string() }),
  reason('issuer_not_token_endpoint', { issuer: z.string() }),
  /** A text that stands for a value, such as YOUR_CLIENT_ID. */
  reason('placeholder', { field: z.string() }),
  /** A file that the text names; it is not read. */
  reason('file_not_read', { name: z.string() }),
  /** The value breaks a rule of this app and was left out; `problem` is the rule's sentence. */
  reason('value_left_out', { field: z.string(), problem: z.string() }),
  /** Something of the file that this app has no place for. */
  reason('not_used', { name: z.string() }),
  /** Requests that the server makes: callbacks and webhooks. */
  reason('callbacks_left_out', { count: z.number() }),
  reason('method_not_supported', { method: z.string() }),
  /** gRPC, WebSocket, GraphQL subscriptions and the like. */
  reason('protocol_not_supported', { protocol: z.string() }),
  reason('reference_not_read', { reference: z.string() }),
  reason('reference_loop', { reference: z.string() }),
  reason('reference_missing', { reference: z.string() }),
  /** Several servers, and one token endpoint for all. */
  reason('one_token_endpoint', { url: z.string() }),
  /** The provider needs an audience, and the file has none. */
  reason('audience_missing', {}),
  /** Metadata of a server name grants, and client_credentials is none of them. */
  reason('grant_not_listed', { grants: z.array(z.string()).readonly() }),
  /** The method is guessed: the file does not say how the client authenticates. */
  reason('method_guessed', { method: z.string() }),
  reason('certificate_checks_off', {}),
  /** A request within a loop or function of a script. */
  reason('imported_once', {}),
  reason('duplicates', { count: z.number() }),
  /** Of a recording: pages, scripts, styles, images and fonts, and what a browser asks before a request. */
  reason('parts_of_pages', { count: z.number() }),
  reason('characters_not_read', {}),
  /** More notes than a person reads. */
  reason('notes_left_out', { count: z.number() }),
  reason('file_not_recognized', { name: z.string() }),
  reason('file_damaged', { name: z.string() }),
  /** A file of this app among those of other tools. */
  reason('own_file', { name: z.string() }),
  /** Files of a folder that were not read; `names` are the first of them. */
  reason('files_left_out', {
    why: z.enum(['binary', 'too_large', 'not_readable']),
    count: z.number(),
    names: z.array(z.string()).readonly(),
  }),
  /** No client with client credentials is in it; `grants` are those that are. */
  reason('no_client', { grants: z.array(z.string()).readonly() }),
  /** What the readers of client settings note; its sentence is theirs. */
  reason('settings', { note: z.enum(settingsNoteCodes), names: z.array(z.string()).readonly() }),
])
export type ImportFact = z.infer<typeof importFactSchema>

/** A fact with its place, and the name of the call that it is about, which is empty where it is about none. */
export const importNoteSchema = z.strictObject({
  fact: importFactSchema,
  place: importPlaceSchema,
  call: z.string(),
})
export type ImportNote = z.infer<typeof importNoteSchema>

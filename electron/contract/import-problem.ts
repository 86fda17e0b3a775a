import { z } from 'zod'
import { importFormats } from '../vocabulary/import-formats.ts'
import { reason } from './reason.ts'
import { systemFailureSchema } from './workspace-fault.ts'

/** Files of other tools and formats that are recognized. */
export const otherFileSchema = z.enum([
  'gzip',
  'zip',
  'office',
  'bzip2',
  'xz',
  'zstd',
  'age_binary',
  'database',
  'pem',
  'markup',
  'utf16',
  'binary',
  'key_set',
  'token_response',
  'token',
])
export type OtherFile = z.infer<typeof otherFileSchema>

/** What keeps a JSON text from being read; `most` is the limit that it exceeds. */
const jsonFaults = [
  reason('cut_short', {}),
  reason('string_without_end', {}),
  reason('not_json', {}),
  reason('duplicate_member', {}),
  reason('proto_member', {}),
  reason('lone_surrogate', {}),
  reason('number_too_long', {}),
  reason('too_many_items', { most: z.number() }),
  reason('too_many_members', { most: z.number() }),
  reason('too_deep', { most: z.number() }),
  reason('string_too_long', { most: z.number() }),
] as const
export const jsonFaultSchema = z.discriminatedUnion('code', jsonFaults)
export type JsonTextFault = z.infer<typeof jsonFaultSchema>

/** What is wrong with a member of a file. */
const memberFaults = [
  /** In the words of the schema. */
  reason('invalid_value', { message: z.string() }),
  reason('environment_id_twice', { first: z.number() }),
  reason('call_id_twice', {}),
  reason('no_encrypted_secrets', {}),
] as const
export const memberFaultSchema = z.discriminatedUnion('code', memberFaults)
export type MemberFault = z.infer<typeof memberFaultSchema>

/** Why an age file gives no text. */
const ageProblems = [
  reason('wrong_passphrase', {}),
  reason('wrong_identity', {}),
  reason('encrypted_damaged', { what: z.enum(['armor', 'header', 'content']) }),
  reason('encrypted_too_large', { mebibytes: z.number() }),
  reason('header_too_large', { kibibytes: z.number() }),
  /** scrypt's; `usual` is what this app writes. */
  reason('work_factor_too_high', { asked: z.string(), most: z.number(), usual: z.number() }),
  reason('no_memory', { mebibytes: z.number() }),
] as const
export const ageProblemSchema = z.discriminatedUnion('code', ageProblems)
export type AgeProblem = z.infer<typeof ageProblemSchema>

/** Why a file was not imported. `path` and `line` say where. */
export const importProblemSchema = z.discriminatedUnion('code', [
  ...ageProblems,
  reason('file_not_read', { failure: systemFailureSchema }),
  reason('too_long', { most: z.number() }),
  reason('empty', {}),
  reason('other_file', { kind: otherFileSchema }),
  /** A file of another tool that cannot be read; `line` counts from 1, 0 where it is not known. */
  reason('text_invalid', { format: z.enum(importFormats), file: z.string(), line: z.number() }),
  /** A text that is of none of the formats that are read. */
  reason('not_recognized', {}),
  /** Recognized, but with neither a client nor a call in it. */
  reason('nothing_in_it', { format: z.enum(importFormats) }),
  reason('too_many_calls', { most: z.number() }),
  /** Each environment has its own: sets of variables multiply them. */
  reason('too_many_calls_in_all', { most: z.number() }),
  /** Clients and sets of variables multiply. */
  reason('too_many_environments', { most: z.number() }),
  reason('too_many_files', { most: z.number() }),
  reason('too_many_values', { most: z.number() }),
  reason('too_many_lines', { most: z.number() }),
  /** Folders, aliases or references within one another. */
  reason('nested_too_deep', { most: z.number() }),
  /** Aliases of YAML, within one another or themselves. */
  reason('repeats_itself', {}),
  reason('took_too_long', { seconds: z.number() }),
  /** An environment for calls was chosen that is no longer there. */
  reason('target_missing', {}),
  /** The reading thread had no memory left. */
  reason('reader_ended', {}),
  /** It ended by a fault of this app. */
  reason('reader_failed', {}),
  /** Files of this app, which are imported one at a time. */
  reason('several_own_files', { count: z.number() }),
  reason('json_invalid', { fault: jsonFaultSchema, path: z.string(), line: z.number() }),
  reason('not_object', {}),
  /** `found` is the format that it names instead; null when it names none. */
  reason('other_format', { found: z.string().nullable(), expected: z.string() }),
  reason('no_version', { known: z.number() }),
  reason('version_newer', { found: z.number(), known: z.number() }),
  reason('member_invalid', { fault: memberFaultSchema, path: z.string(), line: z.number() }),
  reason('no_age_file', {}),
  reason('encrypted_differs', {}),
  /** What was read before is not remembered. */
  reason('forgotten', {}),
  reason('still_encrypted', {}),
  reason('signature_invalid', {}),
  reason('built_in', { name: z.string() }),
  reason('replaced_twice', { name: z.string() }),
  /** While it was being imported. */
  reason('changed_meanwhile', { name: z.string() }),
  /** What a person changed it to breaks a rule, in the words of the schema. */
  reason('setting_invalid', { name: z.string(), field: z.string(), message: z.string() }),
  reason('not_applied', { failure: systemFailureSchema }),
])
export type ImportProblem = z.infer<typeof importProblemSchema>

/** Why a secret of a file was not stored with its environment. */
export const notStoredSchema = z.discriminatedUnion('code', [
  /** The environment takes it from elsewhere. */
  reason('other_source', {}),
  /** Secret variables of an environment together, in characters. */
  reason('too_many', { most: z.number() }),
  reason('storage_not_ready', { storage: z.enum(['ready', 'new', 'unavailable', 'locked', 'changed', 'damaged']) }),
  reason('failed', { failure: systemFailureSchema }),
])
export type NotStored = z.infer<typeof notStoredSchema>

/** Why an import cannot be undone. */
export const undoProblemSchema = z.discriminatedUnion('code', [
  reason('forgotten', {}),
  reason('environment_deleted', {}),
  reason('environment_changed', { name: z.string() }),
  reason('data_key_changed', {}),
  reason('nothing_changed', {}),
  reason('failed', { failure: systemFailureSchema }),
])
export type UndoProblem = z.infer<typeof undoProblemSchema>

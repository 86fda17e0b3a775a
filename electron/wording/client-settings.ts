import type { NoteCode, SettingsFormat, SettingsNote } from '../common/client-settings/client-settings.ts'

/** What settings were read from. */
export const settingsFormats: Readonly<Record<SettingsFormat, string>> = {
  curl: 'a curl command',
  dotenv: 'variables (.env)',
  keycloak_adapter: 'client JSON of Keycloak',
  service_key: 'a service key (JSON)',
  json: 'client JSON',
}

/** Why nothing was read of a text. */
export const notSettings = {
  unknown:
    'No settings found. Expected a curl command that requests a token, variables such as CLIENT_ID=…, or JSON with a member such as client_id.',
  too_long: 'The text is longer than 1 MB. Paste only the command, the variables or the JSON.',
}

const most = 8

/** What a person should know before the settings are used. */
export function settingsNoteText({ code, names }: SettingsNote): string {
  const shown = names.slice(0, most).join(', ')
  return sentences[code](names.length > most ? `${shown} and ${names.length - most} more` : shown)
}

const sentences: Readonly<Record<NoteCode, (names: string) => string>> = {
  variables: (names) => `Variables are not replaced: ${names}. Enter their values.`,
  placeholders: (names) => `These look like placeholders: ${names}. Enter the real values.`,
  secret_not_there: () => 'The client secret is not in the text, only a placeholder for it. Enter it yourself.',
  not_used: (names) => `Not used: ${names}.`,
  not_kept: (names) =>
    `Left out: ${names}. Parameters and headers are stored in clear, and these may be secret. Add what is not secret under Request.`,
  files_not_read: (names) => `Files are not read: ${names}. What they add to the request is missing.`,
  relative_paths: (names) =>
    `Kept, but not an absolute path: ${names}. Requests cannot read it: choose the file in the settings.`,
  other_commands: (count) =>
    count === '1' ? 'One other request was not used.' : `${count} other requests were not used.`,
  other_grant: (names) => `The text uses the grant ${names}. This app requests tokens with client_credentials.`,
  assertion_not_kept: () =>
    'The client assertion was not kept: each request signs a new one. Enter the key that signs it.',
  certificate_not_checked: () =>
    'The command skips certificate checks (-k). Here they stay on; a single certificate can be accepted after a request.',
  multipart: () => 'The command sends a multipart form (-F). Token requests are sent form-encoded here.',
  scheme_assumed: () => 'The address has no scheme; https was assumed.',
  quote_not_closed: () => 'A quotation mark is not closed, so the end of the text may be missing.',
  form_encoded_basic: () => 'The Authorization header was read as form-encoded (RFC 6749 §2.3.1).',
  service_account: () =>
    'A service account requests tokens with a signed grant (RFC 7523 §2.1), not with client credentials. Only the token endpoint was used.',
  too_many: (names) => `Too many to use all of them: ${names}. The first ones were used.`,
}

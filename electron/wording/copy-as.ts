import type { CopyTarget } from '../vocabulary/copy-targets.ts'

/** What a person has to do or to know before running what was copied as a command or a program. */
export const copyNotes = {
  set: (names: readonly string[]) => `Set before you run this: ${names.join(', ')}.`,
  assertion: (method: string) => `CLIENT_ASSERTION is a signed assertion for ${method}, new for each token request.`,
  proof: 'DPOP_PROOF is a proof for this one request (RFC 9449 section 4.2), signed with the key of the token.',
  tokenProof: 'TOKEN_DPOP_PROOF is a proof for the token request (RFC 9449 section 5), signed with the same key.',
  certificate: 'The client certificate is not here: add it and its private key to the TLS settings.',
  authorities: 'This environment trusts its own certificate authorities: add them to the TLS settings.',
  accepted: 'This environment accepts one certificate by its fingerprint: add it to the TLS settings.',
  proxy: (label: string) => `This environment sends through the proxy ${label}: set it here too.`,
  proxyCredentials: 'The proxy asks for a user name and a password: add --proxy-user.',
  systemProxy: 'This environment uses the proxy of the system.',
  formSecret: (name: string) => `${name} has to be form-encoded (RFC 6749 section 2.3.1).`,
  jsonSecret: (name: string) => `${name} may hold no quote and no backslash here.`,
  bodyFile: 'The body cannot be written on this command line. Put it into body.bin, or copy for PowerShell.',
  prompt: 'For the command prompt. In a batch file write %% for each %.',
  nonAscii:
    'Text that is not ASCII may arrive changed from this command line. Copy for PowerShell or another language.',
  tokenByHand: 'Put the access_token of this answer into ACCESS_TOKEN: set ACCESS_TOKEN=...',
  urlEncoded: (names: readonly string[]) => `Set without percent-encoding, which is done here: ${names.join(', ')}.`,
  urlNotEncoded: (names: readonly string[]) => `Set percent-encoded, as it is in a URL: ${names.join(', ')}.`,
  leftOut: (names: readonly string[], client: string) =>
    `Left out, because ${client} does not send it: ${names.join(', ')}.`,
  httpieHeaders: (names: readonly string[]) =>
    `Left out, because HTTPie takes no odd number of backslashes before : ; = or @: ${names.join(', ')}.`,
  httpieValue: (names: readonly string[]) =>
    `May not begin with : = or @ and may hold no backslash before : ; = or @: ${names.join(', ')}.`,
  formValue: (names: readonly string[]) => `Set form-encoded: ${names.join(', ')}.`,
  javaHeader: 'The HTTP client of Java sends only ASCII in header fields.',
} as const

/** Targets by name, in groups. */
export const copyTargetGroups: readonly { group: string; items: readonly { value: CopyTarget; label: string }[] }[] = [
  {
    group: 'Command line',
    items: [
      { value: 'curl_bash', label: 'curl (bash)' },
      { value: 'curl_powershell', label: 'curl (PowerShell)' },
      { value: 'curl_cmd', label: 'curl (cmd)' },
      { value: 'httpie', label: 'HTTPie' },
    ],
  },
  {
    group: 'Program',
    items: [
      { value: 'javascript', label: 'JavaScript (fetch)' },
      { value: 'python', label: 'Python (requests)' },
      { value: 'go', label: 'Go' },
      { value: 'java', label: 'Java' },
      { value: 'csharp', label: 'C#' },
    ],
  },
]

export const copyTargetName = (target: CopyTarget): string =>
  copyTargetGroups.flatMap(({ items }) => items).find(({ value }) => value === target)?.label ?? target

/** What is copied, and what it needs. */
export function copyAbout(variables: readonly string[]): string {
  return variables.length === 0
    ? 'Without secrets. Ready to run.'
    : `Without secrets: set ${listed(variables)} before you run it.`
}

const listed = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

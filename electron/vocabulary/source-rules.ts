import type { TextRule } from './text-rule.ts'

/** A detail of a source that may be left empty. */
export const sourceDetailRule: TextRule = { trim: true, what: 'A detail', most: 500 }
/** A file beside a source, such as that of its authority; empty is none. */
export const sourceFileRule: TextRule = { trim: false, what: 'A path', most: 4096 }

const detail = (needed: string): TextRule => ({ ...sourceDetailRule, needed })

export const variableRule: TextRule = {
  ...detail('Enter the name of the variable.'),
  pattern: /^[^=\0]+$/,
  unlike: 'A variable has no "=" in its name.',
}
export const sourcePathRule: TextRule = { ...sourceFileRule, needed: 'Choose the file.' }
/** RFC 6901; empty is the whole text of the file. */
export const pointerRule: TextRule = {
  trim: false,
  what: 'A JSON pointer',
  most: 500,
  pattern: /^(?:\/(?:[^~/]|~[01])*)*$/,
  unlike: 'A JSON pointer begins with "/", such as /oauth/client_secret.',
}
export const vaultMountRule = detail('Enter the mount of the engine, such as secret.')
export const vaultPathRule = detail('Enter the path of the secret.')
export const vaultKeyRule = detail('Enter the key within the secret.')
export const vaultRoleIdRule = detail('Enter the role ID.')
export const vaultRoleRule = detail('Enter the role.')
export const awsSecretIdRule = detail('Enter the name or ARN of the secret.')
export const azureSecretNameRule: TextRule = {
  ...detail('Enter the name of the secret.'),
  pattern: /^[0-9A-Za-z-]+$/,
  unlike: 'Letters, digits and hyphens only.',
}

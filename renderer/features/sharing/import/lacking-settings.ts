import type { ImportItem } from '../../../../electron/contract/sharing.ts'

const required = ['token_endpoint', 'client_id'] as const
export type RequiredSetting = (typeof required)[number]

/** The settings without which no token can be requested that neither the file has nor a person gave. */
export const lackingSettings = ({ settings }: Pick<ImportItem, 'settings'>): RequiredSetting[] =>
  required.filter((field) => settings[field] === '')

import { createHash } from 'node:crypto'

/** Tells values apart without saying them. */
export const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

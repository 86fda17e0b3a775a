import type { Case } from './case.ts'

/** Now by the clock of the server that answered, in milliseconds since 1970. */
export const timeThere = ({ now, clockOffset }: Pick<Case, 'now' | 'clockOffset'>): number => now + (clockOffset ?? 0)

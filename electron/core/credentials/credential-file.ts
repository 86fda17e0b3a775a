import { readFileAtMost } from '../files/read-file.ts'
import type { Reading } from './reading.ts'

/** Keys, certificates and assertions are small; more than this is another file. */
const maxBytes = 1024 * 1024

/** Reads a file that the person named by its path; `~/` is the home folder. Never waits for a pipe or device. */
export const readCredentialFile = (file: string): Promise<Reading<Buffer>> => readFileAtMost(file, maxBytes)

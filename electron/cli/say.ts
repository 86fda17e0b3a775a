import { visible } from './demo/print.ts'

/** A line for a person, beside what a program reads. */
export const say = (line: string): void => void process.stderr.write(`${visible(line)}\n`)

/** A name or an index as a step of a JSON Pointer, without its slash. @see RFC 6901 §3 */
export const pointerStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** What a step names. "~01" is "~1", so "~1" comes first. @see RFC 6901 §4 */
export const nameOfStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

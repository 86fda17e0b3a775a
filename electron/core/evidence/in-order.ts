import { prettyJson } from '../../common/pretty-json.ts'

/** What a ticket shows beside its margins. */
const width = 80
/** Larger than this nobody reads it. */
const most = 500_000

/** JSON with a line for each member, for tickets do not wrap it; not a digit is changed. */
export const inOrder = (source: string): string => (source.length > most ? source : prettyJson(source, width))

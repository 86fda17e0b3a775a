import type { NamesOf } from '../../catalogue/evidence.ts'
import type { ReviewEntry } from '../../catalogue/review/entry.ts'
import type { Lookup } from '../lookup.ts'

/**
 * A finding in words. `line` is beside the practice in the list: the fact, in 70 characters or so, without a full stop.
 * `why` says in one or two sentences what follows from it. `advice` says who does what to change it; absent where there is
 * nothing to do.
 */
export interface ReviewWords {
  line: string
  why: string
  advice?: string
}

/** For each code of a section what writes its words, of its evidence and of no other. Absent evidence is an empty text. */
export type ReviewWriters<Section extends Readonly<Record<string, ReviewEntry>>> = {
  readonly [Code in keyof Section]: (evidence: Lookup<NamesOf<Section[Code]>>) => ReviewWords
}

import type { ComparisonRow } from '../contract/comparison.ts'

export type Change = ComparisonRow['change']

/** How the sides of a comparison are spoken of. */
export interface Vocabulary {
  /** Where something is, within a sentence. */
  left: string
  right: string
  /** Heading of the column that tells the changes. */
  heading: string
  words: Readonly<Record<Change, string>>
  /** Changes that are worth a look. */
  marked: readonly Change[]
  /** Names that no two tokens share, so that their difference tells nothing. */
  ownOfEach: readonly string[]
}

export const tokenVocabulary: Vocabulary = {
  left: 'on the left',
  right: 'on the right',
  heading: 'What changed',
  words: { same: 'Same', equivalent: 'Equivalent', changed: 'Changed', added: 'Added', removed: 'Removed' },
  marked: ['changed', 'added', 'removed'],
  // `uti` is the jti of Microsoft Entra ID.
  ownOfEach: ['jti', 'uti'],
}

export const introspectionVocabulary: Vocabulary = {
  left: 'in the token',
  right: 'in the answer',
  heading: 'Difference',
  words: {
    same: 'Same',
    equivalent: 'Equivalent',
    changed: 'Different',
    added: 'Only in the answer',
    removed: 'Only in the token',
  },
  // Either says things that the other need not say.
  marked: ['changed'],
  ownOfEach: [],
}

/** What was asked for on the left, and what was granted on the right. */
export const askedVocabulary: Vocabulary = {
  left: 'asked for',
  right: 'granted',
  heading: 'Difference',
  words: {
    same: 'Same',
    equivalent: 'Equivalent',
    changed: 'Different',
    added: 'Not asked for',
    removed: 'Not in the token',
  },
  marked: ['changed', 'added', 'removed'],
  ownOfEach: [],
}

/** The same with the sides exchanged. */
export function swapped(vocabulary: Vocabulary): Vocabulary {
  const { left, right, words } = vocabulary
  return { ...vocabulary, left: right, right: left, words: { ...words, added: words.removed, removed: words.added } }
}

export const isDifference = ({ change }: Pick<ComparisonRow, 'change'>): boolean =>
  change !== 'same' && change !== 'equivalent'

type Named = Pick<ComparisonRow, 'name' | 'change'>

/** Worth a look. */
export const isTelling = ({ name, change }: Named, { marked, ownOfEach }: Vocabulary): boolean =>
  marked.includes(change) && !(change === 'changed' && ownOfEach.includes(name))

/** What is worth a look before what else differs and the rest; otherwise in the order of the tokens. */
export function tellingFirst<Row extends Named>(rows: readonly Row[], vocabulary: Vocabulary): Row[] {
  const rank = (row: Row) => (isTelling(row, vocabulary) ? 0 : vocabulary.marked.includes(row.change) ? 1 : 2)
  return [0, 1, 2].flatMap((wanted) => rows.filter((row) => rank(row) === wanted))
}

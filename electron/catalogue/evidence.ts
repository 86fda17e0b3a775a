/** The names of evidence that a code always has, and of what it may have as well; `values` closes what one may be. */
export interface EvidenceNames {
  evidence: readonly string[]
  optional?: readonly string[]
  values?: Readonly<Record<string, readonly string[]>>
}

export type NamesAlways<Entry extends EvidenceNames> = Entry['evidence'][number]
type NamesPossible<Entry extends EvidenceNames> = Entry extends { optional: readonly (infer Name extends string)[] }
  ? Name
  : never

/** Every name that a code may have evidence by. */
export type NamesOf<Entry extends EvidenceNames> = NamesAlways<Entry> | NamesPossible<Entry>

/** What the evidence of a code by this name may be. */
type ValueOf<Entry extends EvidenceNames, Name extends string> = Entry extends {
  values: Readonly<Record<Name, readonly (infer Value extends string)[]>>
}
  ? Value
  : string

/** The evidence of a code, as text, by exactly the names of its entry in a catalogue. */
export type EvidenceOf<Entry extends EvidenceNames> = [NamesAlways<Entry> | NamesPossible<Entry>] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in NamesAlways<Entry>]: ValueOf<Entry, Name> } & {
      readonly [Name in NamesPossible<Entry>]?: ValueOf<Entry, Name>
    }

/** How a builder takes the evidence of a code: not at all where there is none. */
export type EvidenceArguments<Entry extends EvidenceNames> = [NamesAlways<Entry>] extends [never]
  ? [evidence?: EvidenceOf<Entry>]
  : [evidence: EvidenceOf<Entry>]

/** One writer for each code of a catalogue: a code without one, and a writer without a code, do not compile. */
export type Writers<Catalogue extends Readonly<Record<string, EvidenceNames>>, Text> = {
  readonly [Code in keyof Catalogue]: (evidence: EvidenceOf<Catalogue[Code]>) => Text
}

/** Evidence that was sent or stored, for the writer of its code. What an earlier version did not give yet is empty. */
export function evidenceFor<Entry extends EvidenceNames>(
  entry: Entry,
  given: Readonly<Record<string, string>>,
): EvidenceOf<Entry> {
  const complete = { ...Object.fromEntries(entry.evidence.map((name) => [name, ''])), ...given }
  if (!isComplete(entry, complete)) throw new Error('Evidence is missing.')
  return complete
}

function isComplete<Entry extends EvidenceNames>(entry: Entry, evidence: object): evidence is EvidenceOf<Entry> {
  return entry.evidence.every((name) => name in evidence)
}

import type { syntaxTree } from '@codemirror/language'

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode']

const mostCharacters = 40
/** More members are not counted: each of them costs a step. */
const mostCounted = 1000

/** What a folded object or array shows of itself: `id: "ord_1042", 5 more`. `source` reads a range of the document. */
export function firstMember(folded: SyntaxNode, source: (from: number, to: number) => string): string {
  const first = membersFrom(folded.firstChild)
  if (first === null) return '…'
  let more = 0
  for (let next = membersFrom(first.nextSibling); next !== null && more <= mostCounted; more++) {
    next = membersFrom(next.nextSibling)
  }
  const count = more > mostCounted ? `more than ${mostCounted.toLocaleString('en')} more` : `${more} more`
  return more === 0 ? textOf(first, source) : `${textOf(first, source)}, ${count}`
}

/** The node itself or the next one after it that is a member or an element. */
function membersFrom(node: SyntaxNode | null): SyntaxNode | null {
  let at = node
  while (at !== null && !isMember(at)) at = at.nextSibling
  return at
}

/** Neither punctuation nor the mark of an error. */
const isMember = ({ name, type }: SyntaxNode): boolean => /^[A-Z]/.test(name) && !type.isError

function textOf(member: SyntaxNode, source: (from: number, to: number) => string): string {
  if (member.name !== 'Property') return valueOf(member, source)
  const name = member.getChild('PropertyName')
  const value = member.lastChild
  const shownName = name === null ? '' : cut(source(name.from + 1, Math.min(name.to - 1, name.from + 1 + limit)))
  return value === null || !isMember(value) || value === name ? shownName : `${shownName}: ${valueOf(value, source)}`
}

const limit = mostCharacters + 1

function valueOf(value: SyntaxNode, source: (from: number, to: number) => string): string {
  if (value.name === 'Object') return '{…}'
  if (value.name === 'Array') return '[…]'
  return cut(source(value.from, Math.min(value.to, value.from + limit)))
}

const cut = (text: string): string => (text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text)

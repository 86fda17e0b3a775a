import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  SearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search'
import type { EditorView, Panel } from '@codemirror/view'

/** Places that are counted: each costs a step through the text. */
const mostCounted = 1000

/** A line above the text with what is searched for, how often it occurs, and the way to the next place. */
export const findPanel = search({ top: true, literal: true, createPanel: panelOf })

function panelOf(view: EditorView): Panel {
  const dom = document.createElement('div')
  dom.className = 'json-find'
  dom.setAttribute('role', 'search')
  const field = document.createElement('input')
  field.type = 'text'
  field.placeholder = 'Find'
  field.setAttribute('aria-label', 'Find in this text')
  field.setAttribute('main-field', 'true')
  field.value = textOf(getSearchQuery(view.state))
  const count = document.createElement('span')
  count.setAttribute('role', 'status')
  const button = (label: string, text: string, act: (view: EditorView) => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = text
    made.setAttribute('aria-label', label)
    made.title = label
    made.addEventListener('click', () => act(view))
    return made
  }
  const look = (): void => {
    const query = queryOf(field.value)
    count.textContent = field.value === '' ? '' : countOf(view, query)
    view.dispatch({ effects: setSearchQuery.of(query) })
  }
  field.addEventListener('input', look)
  dom.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeSearchPanel(view)
    else if (event.key === 'Enter' && event.target === field) (event.shiftKey ? findPrevious : findNext)(view)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  dom.append(
    field,
    count,
    button('Previous match', '↑', findPrevious),
    button('Next match', '↓', findNext),
    button('Close search', '×', closeSearchPanel),
  )
  return {
    dom,
    top: true,
    mount: () => {
      field.focus()
      field.select()
    },
  }
}

/**
 * Found by the engine of regular expressions, a line at a time: the search for plain text goes through a document character by
 * character, which takes seconds where it is long.
 */
const queryOf = (text: string): SearchQuery =>
  new SearchQuery({ search: text.replaceAll(special, String.raw`\$&`), regexp: true })

/** What was typed for a query. */
const textOf = ({ search, regexp }: SearchQuery): string => (regexp ? search.replaceAll(/\\([^\w\s])/g, '$1') : search)

/** Characters that mean something else in a regular expression. */
const special = /[\\^$.*+?()[\]{}|/]/g

function countOf({ state }: EditorView, query: SearchQuery): string {
  const places = query.getCursor(state)
  let count = 0
  while (count <= mostCounted && !places.next().done) count++
  if (count === 0) return 'No matches'
  if (count > mostCounted) return `More than ${mostCounted.toLocaleString('en')} matches`
  return count === 1 ? '1 match' : `${count} matches`
}

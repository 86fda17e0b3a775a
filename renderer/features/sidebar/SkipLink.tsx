import { focusHeading } from '../../keep-focus.ts'
import { hrefOf, type Route } from '../../route.ts'

/** The first stop of the Tab key: past the sidebar, to the heading of the page. */
export function SkipLink({ route }: { route: Route }) {
  return (
    <a
      className="skip-link"
      href={hrefOf(route)}
      onClick={(event) => {
        event.preventDefault()
        focusHeading(document)
      }}
    >
      Skip to content
    </a>
  )
}

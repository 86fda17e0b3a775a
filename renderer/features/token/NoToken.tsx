import { Region } from '../../ui/Region.tsx'

/** What is shown until an environment holds its first token, or the first request for one failed. */
export function NoToken() {
  return (
    <div className="column" data-gap="large">
      <Region name="Token response">
        <NoTokenText />
      </Region>
    </div>
  )
}

export function NoTokenText() {
  return (
    <p className="text dimmed">
      No token yet. “Request token” asks the authorization server for one, and shows here what comes back.
    </p>
  )
}

import { ClientSection } from '../client/ClientSection.tsx'
import { ServerSection } from './ServerSection.tsx'

/** What most environments need, on one page: which server, which client, and what it asks for. */
export function ServerAndClient() {
  return (
    <>
      <section aria-label="Server">
        <ServerSection />
      </section>
      <section aria-label="Client" className="form-part">
        <ClientSection />
      </section>
    </>
  )
}

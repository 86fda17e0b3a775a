import { FileField } from '../fields/FileField.tsx'
import { PemField } from '../fields/PemField.tsx'
import { useFormScope } from '../form-scope.ts'

/** Authorities that are trusted for this environment, besides those of the runtime. */
export function AuthorityFields() {
  const { managed } = useFormScope()
  return (
    <div className="fields" data-columns="2" role="group" aria-label="Certificate authorities">
      <PemField
        path="network.ca"
        label="Trusted authorities (PEM)"
        description="Trusted here besides the usual ones."
        readOnly={managed}
      />
      <FileField path="network.caFile" label="Trusted authorities file" placeholder="~/certificates/company-ca.pem" />
    </div>
  )
}

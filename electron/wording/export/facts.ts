import { assertNever } from '../../common/assert-never.ts'
import type { ExportFact } from '../../contract/export-note.ts'
import { fieldLabel } from '../field-labels.ts'

/** What has no place in the file of another tool, or what is left to do there. */
export function exportFactText(fact: ExportFact): string {
  switch (fact.code) {
    case 'method_not_supported':
      return `The authentication method ${fact.evidence.method} is not supported there. Set the credentials up by hand.`
    case 'certificate_not_kept':
      return `The certificate ${fact.evidence.path} is not included. Set it in the settings of the tool.`
    case 'proxy_not_kept':
      return `The proxy ${fact.evidence.url} is not included. Set it in the settings of the tool.`
    case 'dpop_not_kept':
      return `DPoP (${fact.evidence.alg}) is not supported there. Requests carry no proof.`
    case 'assertions_not_kept': {
      const { count } = fact.evidence
      return count === 1 ? 'An assertion is left out.' : `${count} assertions are left out.`
    }
    case 'switched_off_not_kept': {
      const { count } = fact.evidence
      return count === 1
        ? 'A row that is switched off is left out.'
        : `${count} rows that are switched off are left out.`
    }
    case 'setting_not_kept':
      return `Not kept: ${labelOf(fact.evidence.field)}.`
    case 'file_to_place':
      return `Sends the file ${fact.evidence.path}. Put it beside the written file, or choose it in the tool.`
    case 'variable_renamed':
      return `The variable ${fact.evidence.name} is called ${fact.evidence.renamed} there.`
    case 'variable_without_value':
      return `The variable ${fact.evidence.name} has no value. Set it in the tool.`
    case 'variable_not_kept':
      return `The variable ${fact.evidence.name} is left out: its value cannot be written there.`
    default:
      return assertNever(fact)
  }
}

/** Fields of calls, and of environments that have no label in the form. */
const labels: Readonly<Record<string, string>> = {
  secretSources: 'Client secret source',
  query: 'Query parameters',
  body: 'Body',
  'body.contentType': 'Body without Content-Type',
  scope: 'Scopes',
  renewOn401: 'New token on 401',
}

const labelOf = (field: string): string => labels[field] ?? fieldLabel(field) ?? field

import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import type { AskedScope } from './asked-scope.ts'

/** Microsoft Entra ID's second version, whose client-credentials flow takes `resource/.default` only. */
export const wantsDefaultScope = ({ request }: Pick<Case, 'request'>): boolean =>
  /\/oauth2\/v2\.0\/token\/?$/i.test(request.place?.path ?? '')

/** A scope was asked for by its name where only `resource/.default` is allowed. */
export function defaultForm(kase: Case, { sent, scopes, isAbout }: AskedScope): Cause[] {
  if (!wantsDefaultScope(kase) || !isAbout) return []
  const single = scopes.filter((scope) => !scope.endsWith('/.default'))
  if (single.length === 0 && sent !== null) return []
  const resources = new Set(scopes.map(resourceOf))
  const [resource] = resources
  const wanted = resources.size === 1 && resource ? `${resource}/.default` : null
  return [
    cause(
      kase,
      'scope_form_default',
      { basis: 'seen', confidence: 'likely' },
      { ...(single.length > 0 && { scope: single.join(' ') }), ...(wanted !== null && { wanted }) },
      wanted === null ? {} : { change: { field: 'scope', value: wanted } },
    ),
  ]
}

/** The resource in `https://host/Permission`, `api://id/Permission` or `id/Permission`; empty for a bare permission. */
const resourceOf = (scope: string): string => {
  const end = scope.lastIndexOf('/')
  const start = scope.indexOf('://')
  return end <= start + 2 ? (start === -1 ? '' : scope) : scope.slice(0, end)
}

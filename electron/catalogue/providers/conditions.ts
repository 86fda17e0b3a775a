import type { EnvironmentInput } from '../../contract/environment.ts'

type Condition = (value: EnvironmentInput) => boolean

export const always: Condition = () => true
export const hasNoScope: Condition = ({ scope }) => scope === ''
export const hasNoAudience: Condition = ({ audience, parameters }) =>
  audience === '' && !parameters.some(({ name }) => name === 'audience')
export const introspects: Condition = ({ introspection_endpoint }) => introspection_endpoint !== ''
export const introspectsInJson: Condition = (value) => introspects(value) && value.introspection.bodyFormat === 'json'
export const revokes: Condition = ({ revocation_endpoint }) => revocation_endpoint !== ''

export const anyScope =
  (fits: (scope: string) => boolean): Condition =>
  ({ scope }) =>
    scope.split(' ').some((one) => one !== '' && fits(one))

/** True when both URLs are at one host and port; false while one of them is not a URL. */
export function isSameOrigin(one: string, other: string): boolean {
  const originOf = (url: string) => /^https?:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase()
  return originOf(one) !== undefined && originOf(one) === originOf(other)
}

import type { Verification } from '../contract/verification.ts'

/** What the profile says of a token, which is its form only: whether its claims are true depends on the verdict. @see RFC 9068 */
export function profileSentence({ verdict, profile }: Pick<Verification, 'verdict' | 'profile'>): string {
  const others = profile.filter(({ result }) => result !== 'passed').map(({ name }) => name)
  const form =
    others.length === 0 ? 'Header and claims have the form that RFC 9068 wants.' : `Look at ${others.join(', ')}.`
  return `${form}${cautions[verdict]}`
}

const cautions: Readonly<Record<Verification['verdict'], string>> = {
  genuine: '',
  other_issuer: ' That is the form only: APIs that expect the configured issuer refuse this token.',
  not_genuine: ' That is the form only: the token is not genuine, so no API may rely on its claims.',
  undetermined: ' That is the form only: nothing here shows that the claims are true.',
}

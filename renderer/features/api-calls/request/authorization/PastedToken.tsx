import { PasswordInput } from '@mantine/core'
import { useCallScope, useOfForm } from '../call-form.ts'

/** A token that is kept in memory alone, for as long as this call is open. */
export function PastedToken() {
  const { form } = useCallScope()
  const token = useOfForm(form, ({ pasted }) => pasted())
  const problem = useOfForm(form, (of) => (of.pasted() === '' && !of.showsProblems() ? null : of.pastedProblem()))
  return (
    <PasswordInput
      label="Token"
      maw={480}
      data-path="pasted"
      description="It isn’t stored, and is forgotten when you leave this call."
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': 'Show the token' }}
      value={token}
      error={problem}
      onChange={({ currentTarget }) => form.paste(withoutScheme(currentTarget.value))}
    />
  )
}

/** A token is often copied with the header field that carried it. @see RFC 6750 §2.1 */
const withoutScheme = (text: string): string => text.trim().replace(/^(?:authorization: ?)?(?:bearer|dpop) +/i, '')

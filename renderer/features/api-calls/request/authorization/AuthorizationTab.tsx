import { Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { foldScope, scopeRule } from '../../../../../electron/vocabulary/environment-rules.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { oneOf } from '../../../../../electron/common/one-of.ts'
import { useCallScope, useOfForm, useTyped } from '../call-form.ts'
import { Bound } from './Bound.tsx'
import { PastedToken } from './PastedToken.tsx'
import { ScopeFit } from './ScopeFit.tsx'

const choices = ['environment', 'none', 'pasted'] as const

/** Which token the call carries, and what the API needs of it. */
export function AuthorizationTab() {
  const { form } = useCallScope()
  const choice = useOfForm(form, (of) => of.choice())
  const renewOn401 = useTyped((values) => values.renewOn401)
  const followRedirects = useTyped((values) => values.followRedirects)
  const scope = useTyped((values) => values.scope)
  return (
    <div className="call-fields">
      <Radio.Group aria-label="Token" value={choice} onChange={(value) => form.choose(oneOf(choices, value) ?? choice)}>
        <Stack gap={4}>
          <Radio size="xs" value="environment" label="Access token of the environment" />
          <Radio size="xs" value="none" label="No token" />
          <Radio size="xs" value="pasted" label="Pasted token, for this call alone" />
        </Stack>
      </Radio.Group>
      {choice === 'pasted' ? <PastedToken /> : null}
      {choice === 'environment' ? <Bound /> : null}
      <TextInput
        label="Required scopes"
        maw={480}
        data-path="scope"
        placeholder="orders.read orders.write"
        spellCheck={false}
        value={scope}
        error={problemOf(scopeRule, foldScope(scope))}
        onChange={({ currentTarget }) => form.set({ scope: currentTarget.value })}
      />
      {choice === 'environment' ? <ScopeFit /> : null}
      <Checkbox
        label="Renew once on 401"
        description="When the API answers 401 to a current token: one new token, and the call once more."
        checked={renewOn401}
        disabled={choice !== 'environment'}
        onChange={({ currentTarget }) => form.set({ renewOn401: currentTarget.checked })}
      />
      <Checkbox
        label="Follow redirects"
        description="The token is dropped on cross-origin redirects. Never with DPoP."
        checked={followRedirects}
        onChange={({ currentTarget }) => form.set({ followRedirects: currentTarget.checked })}
      />
    </div>
  )
}

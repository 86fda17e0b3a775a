import { Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { foldScope, scopeRule } from '../../../../../electron/vocabulary/environment-rules.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { oneOf } from '../../../../../electron/common/one-of.ts'
import { useCallScope, useTyped } from '../call-form.ts'

const choices = ['environment', 'none'] as const

/** Which token the call carries, and what the API needs of it. */
export function AuthorizationTab() {
  const { form } = useCallScope()
  const authorization = useTyped((values) => values.authorization)
  const renewOn401 = useTyped((values) => values.renewOn401)
  const followRedirects = useTyped((values) => values.followRedirects)
  const scope = useTyped((values) => values.scope)
  return (
    <div className="call-fields">
      <Radio.Group
        aria-label="Token"
        value={authorization}
        onChange={(value) => form.set({ authorization: oneOf(choices, value) ?? authorization })}
      >
        <Stack gap={4}>
          <Radio size="xs" value="environment" label="Access token of the environment" />
          <Radio size="xs" value="none" label="No token" />
        </Stack>
      </Radio.Group>
      <TextInput
        label="Required scopes"
        data-path="scope"
        placeholder="orders.read orders.write"
        spellCheck={false}
        value={scope}
        error={problemOf(scopeRule, foldScope(scope))}
        onChange={({ currentTarget }) => form.set({ scope: currentTarget.value })}
      />
      <Checkbox
        label="Renew once on 401"
        description="When the API answers 401 to a current token: one new token, and the call once more."
        checked={renewOn401}
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

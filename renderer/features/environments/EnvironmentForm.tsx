import './configure.css'
import './secrets/secrets.css'
import { Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Environment } from '../../../electron/contract/environment.ts'
import { secretNames } from '../../../electron/vocabulary/secret-names.ts'
import type { SecretStorage } from '../../../electron/contract/secret-storage.ts'
import { navigate } from '../../route.ts'
import { useOutcome, useSteps } from '../../queries/action.ts'
import { useSaveEnvironment } from '../../queries/environments.ts'
import { useStoreVariables } from '../../queries/store-variables.ts'
import { usePreviewProblems } from '../../queries/preview.ts'
import { typedSecrets } from '../../queries/typed-secrets.ts'
import { notify } from '../../ui/notify.ts'
import { useIntent } from '../../state/intents.ts'
import { ConnectionRegion } from './connection/ConnectionRegion.tsx'
import { EnvironmentActions } from './EnvironmentActions.tsx'
import { goToFields } from './first-field.ts'
import { FormBar } from './FormBar.tsx'
import { type FormScope, FormScopeProvider, textAt } from './form-scope.ts'
import { FormTabs } from './FormTabs.tsx'
import { type FormValues, valuesOf } from './form-values.ts'
import { FilledRegion } from './paste/FilledRegion.tsx'
import { PasteLine } from './paste/PasteLine.tsx'
import { PasteToFill } from './paste/PasteToFill.tsx'
import { PreviewSection } from './preview/PreviewSection.tsx'
import { usePreviewedValues } from './preview/previewed-values.ts'
import { usePreviewBeside } from './preview/use-preview-beside.ts'
import { faultsOfForm, problemCounts, problemsByField } from './problems.ts'
import { readValues } from './read-values.ts'
import { NotKept } from '../../secret-storage/NotKept.tsx'
import { secretsToSet, secretsToStore } from './secrets/shown-secrets.ts'
import { sectionNames } from './sections.ts'
import { DiscoveryRegion } from './server/DiscoveryRegion.tsx'
import { publishedFor } from './server/published-for.ts'
import { useEnvironmentForm } from './use-environment-form.ts'
import { useSections } from './use-sections.ts'
import { addedVariables } from './variables/added-variables.ts'
import { valuesToStore } from './variables/typed-values.ts'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'

interface Props {
  environment: Environment | null
  saved: FormValues
  draft: FormValues | null
  draftKey: string
}

export function EnvironmentForm({ environment, saved, draft, draftKey }: Props) {
  const managed = environment?.provider === 'sandbox'
  const save = useSaveEnvironment()
  const storeVariables = useStoreVariables()
  const discover = useOutcome('discover', draftKey)
  const { forget: forgetKeys } = useSteps('listKeys', draftKey, {})
  const { forget: forgetConnection } = useSteps('testConnection', draftKey, {})
  const { reset, settle, ...state } = useEnvironmentForm({ saved, draft, draftKey })
  const { form, secrets } = state
  const beside = usePreviewBeside()
  const names = beside.isShown ? sectionNames.filter((name) => name !== 'preview') : sectionNames
  const sections = useSections(names)
  const element = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const [notKept, setNotKept] = useState<SecretStorage | null>(null)
  const previewed = usePreviewedValues(environment, form.values, secrets)
  const previewProblems = usePreviewProblems(previewed.input, environment?.secrets ?? null)

  // What is merely missing in a new environment is not held against a person who has not come to it yet.
  const isTyped = (field: string) =>
    secretNames.some((name) => name === field && secrets[name] !== undefined) || textAt(form, field) !== ''
  const fair = faultsOfForm(previewProblems, form.values.secretSources).filter(
    ({ field }) => environment !== null || tried || form.isTouched(field) || isTyped(field),
  )
  const problems = problemsByField(form.errors, previewed.invalid.length === 0 ? fair : [])
  const counts = problemCounts(problems.keys())

  const scope: FormScope = {
    ...state,
    environment,
    draftKey,
    managed,
    problemAt: (path) => problems.get(path) ?? null,
    previewed,
    metadata: publishedFor(form.values.issuer, discover.outcome),
    sections,
  }

  const submit = form.onSubmit(
    (values) => {
      // Ctrl/Cmd+S once more must not make a second environment.
      if (save.isPending) return undefined
      const read = readValues(values)
      if (!read.ok) return form.setErrors(read.errors)
      const typed = typedSecrets(draftKey)
      const toSet = secretsToSet(typed.secrets, values)
      return save.mutate(
        { id: environment?.id ?? null, value: read.value, secrets: toSet, keepOld: [...typed.keepOld] },
        {
          onSuccess: (result) => {
            if (result.kind === 'not_kept') return setNotKept(result.storage)
            setNotKept(null)
            notify({ message: `Saved “${read.value.name}”.`, color: 'teal', autoClose: 2500 })
            if (environment === null) reset()
            else settle({ values, typed }, valuesOf(result.environment))
            void storeVariables(result.environment.id, valuesToStore(typed.variables, values.variables))
            if (environment !== null) return undefined
            discover.forget()
            forgetKeys()
            forgetConnection()
            return navigate({ kind: 'environment', id: result.environment.id, tab: 'flow' })
          },
        },
      )
    },
    (errors) => {
      setTried(true)
      goToFields(Object.keys(errors), sections)
    },
  )

  const discard = () => {
    setNotKept(null)
    reset()
  }

  usePageHotkeys([
    ['mod+S', () => submit()],
    // One that is saved requests a token instead, as everywhere in an environment.
    ['mod+Enter', () => (environment === null ? submit() : undefined)],
  ])
  // Showing a section draws at once, which an effect must not.
  useIntent(draftKey, 'show_fields', (fields) => setTimeout(goToFields, 0, fields, sections))

  useIntent(draftKey, 'set_variables', (wanted) =>
    setTimeout(() => {
      const { rows, at } = addedVariables(form.getValues().variables, wanted)
      flushSync(() => form.setFieldValue('variables', rows))
      goToFields(at, sections)
    }),
  )

  const isNew = environment === null
  useEffect(() => {
    if (isNew) element.current?.querySelector<HTMLElement>('[data-path="name"]')?.focus()
  }, [isNew])

  return (
    <FormScopeProvider value={scope}>
      {/* Without a button that submits it: half an environment is not saved by Enter in one of its fields. */}
      <form
        aria-label="Configure"
        className="configure"
        ref={element}
        data-beside={beside.isShown ? 'preview' : undefined}
      >
        <div className="configure-main">
          <FilledRegion />
          <DiscoveryRegion />
          <FormTabs names={names}>
            <FormBar
              names={names}
              counts={counts}
              saving={save.isPending}
              onSave={() => submit()}
              onDiscard={discard}
            />
            {save.error === null ? null : (
              <Text role="alert" size="sm" c="var(--err)" mt={8}>
                Not saved: {save.error.message} What you typed is kept.
              </Text>
            )}
            {notKept === null ? null : (
              <NotKept
                storage={notKept}
                onSave={submit}
                onSession={() => {
                  for (const name of secretsToStore(secrets, form.values)) {
                    form.setFieldValue(`secretSources.${name}`, { kind: 'session' })
                  }
                  submit()
                }}
                onCancel={() => setNotKept(null)}
              />
            )}
          </FormTabs>
          {environment === null ? null : (
            <Group justify="flex-end" py={12}>
              <EnvironmentActions environment={environment} />
            </Group>
          )}
          <ConnectionRegion />
        </div>
        {beside.isShown ? (
          <div className="preview-beside">
            <PreviewSection />
            <PasteLine />
          </div>
        ) : null}
      </form>
      {managed ? null : <PasteToFill form={element} />}
    </FormScopeProvider>
  )
}

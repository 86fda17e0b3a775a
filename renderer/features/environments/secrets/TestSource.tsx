import { Button, Group, Text } from '@mantine/core'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import type { SecretSource } from '../../../../electron/contract/secret-source.ts'
import type { SourceFact, SourceTest } from '../../../../electron/contract/source-test.ts'
import { sourceQuestionText } from '../../../../electron/wording/diagnosis/source-question.ts'
import { sourceFactText, sourceProblemText } from '../../../../electron/wording/source-test.ts'
import { typedSecrets } from '../../../queries/typed-secrets.ts'
import { useAction } from '../../../queries/action.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { copyText } from '../../../ui/copy-text.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'
import { goToFields } from '../first-field.ts'
import { useFormScope } from '../form-scope.ts'
import { readSource } from '../read-values.ts'
import { secretsToSet } from './shown-secrets.ts'

/** Asks the source as it is in the form, and says what it found without showing it. */
export function TestSource({ name, label }: { name: SecretName; label: string }) {
  const { form, environment, draftKey, sections } = useFormScope()
  const environmentId = environment?.id ?? null
  const test = useAction('testSecretSource', `${environmentId ?? 'new'} ${name}`)
  const read = readSource(form.values, name)
  const isOfThis = read.ok && JSON.stringify(test.input?.source) === JSON.stringify(read.value)
  const run = () => {
    const values = form.getValues()
    const now = readSource(values, name)
    if (now.ok) {
      const secrets = secretsToSet(typedSecrets(draftKey).secrets, values)
      test.run({ environmentId, secrets, name, source: now.value })
      return
    }
    form.setErrors((shown) => ({ ...shown, ...now.errors }))
    goToFields(Object.keys(now.errors), sections)
  }
  return (
    <Group gap={10} align="flex-start">
      {test.pendingSince === null ? (
        <Button variant="default" aria-label={`Test (${label})`} onClick={run}>
          Test
        </Button>
      ) : (
        <Waiting since={test.pendingSince} what="Asking the source" onCancel={test.cancel} />
      )}
      {!isOfThis || test.error === null ? null : (
        <Text size="sm" c="var(--err)" role="alert">
          {visible(test.error.message)}
        </Text>
      )}
      {isOfThis && test.outcome !== null && test.pendingSince === null ? (
        <Answer outcome={test.outcome} source={read.value} at={test.at} />
      ) : null}
    </Group>
  )
}

function Answer({ outcome, source, at }: { outcome: SourceTest; source: SecretSource; at: number }) {
  const found = outcome.kind === 'found'
  return (
    <Group gap={8} wrap="nowrap" align="flex-start" flex={1} miw={0} pt={5} role="status">
      <StateIcon tone={found ? 'good' : 'bad'} word={found ? 'Found' : 'Failed'} />
      {found ? (
        <dl className="fact-list">
          <dt>Found</dt>
          <dd>It is there, and is not shown.</dd>
          {outcome.facts.map((fact) => (
            <Fact key={fact.name} fact={fact} />
          ))}
        </dl>
      ) : (
        <Failed problem={sourceProblemText(outcome.problem)} source={source} at={at} />
      )}
    </Group>
  )
}

function Failed({ problem, source, at }: { problem: string; source: SecretSource; at: number }) {
  const question = sourceQuestionText(source, problem, at)
  return (
    <div>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {visible(problem)}
      </Text>
      {question === null ? null : (
        <CopyButton title={question} onCopy={async () => copyText(question)}>
          Copy as question
        </CopyButton>
      )}
    </div>
  )
}

function Fact({ fact }: { fact: SourceFact }) {
  const { label, text } = sourceFactText(fact)
  return (
    <>
      <dt>{label}</dt>
      <dd>{visible(text)}</dd>
    </>
  )
}

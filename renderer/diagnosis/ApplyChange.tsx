import { Button } from '@mantine/core'
import { type ReactNode, use } from 'react'
import { visible } from '../../electron/common/visible.ts'
import type { Environment } from '../../electron/contract/environment.ts'
import { type Change, changeLabel, valueText } from '../../electron/wording/diagnosis/change.ts'
import { fieldLabel } from '../../electron/wording/field-labels.ts'
import { useEnvironment } from '../queries/environments.ts'
import { ShownEnvironment } from '../ui/shown-environment.ts'
import { FormChangesContext } from './form-changes.ts'
import { useSettle } from './use-settle.ts'
import { fieldValue } from './with-field.ts'
import './diagnosis.css'

interface Props {
  change: Change
  retry: () => void
  isPrimary: boolean
  /** What the button is called instead. */
  label?: string | undefined
  /** Whether what changes is shown elsewhere. */
  isBrief?: boolean
  /** What is offered where the change cannot be made. */
  otherwise: ReactNode
}

/** One change of a setting, as it is now and as it would be, and the button that makes it and retries once. */
export function ApplyChange(props: Props) {
  const form = use(FormChangesContext)
  const environment = use(ShownEnvironment)
  if (form !== null) {
    const { change, retry, isPrimary, label, isBrief = false, otherwise } = props
    const apply = () => {
      form.set(change)
      retry()
    }
    const before = form.valueOf(change.field)
    return isChange(before, change) ? (
      <Offer {...{ change, isPrimary, label, before, apply, isBrief, isPending: false }} />
    ) : (
      otherwise
    )
  }
  return environment === null ? props.otherwise : <Stored id={environment.id} {...props} />
}

function Stored({ id, ...props }: Props & { id: string }) {
  const environment = useEnvironment(id).data ?? null
  return environment === null ? null : <OfEnvironment environment={environment} {...props} />
}

/** The change of an environment that is saved at once. */
export function OfEnvironment({
  environment,
  change,
  retry,
  isPrimary,
  label,
  isBrief = false,
  otherwise,
}: Props & { environment: Environment }) {
  const { settle, isPending } = useSettle(environment, retry)
  const before = fieldValue(environment, change.field)
  if (!isChange(before, change)) return otherwise
  return <Offer {...{ change, isPrimary, label, before, isBrief, isPending }} apply={() => settle(change)} />
}

const isChange = (before: Change['value'] | null, { value }: Change): before is Change['value'] =>
  before !== null &&
  typeof before === typeof value &&
  Array.isArray(before) === Array.isArray(value) &&
  String(before) !== String(value)

interface OfferProps {
  change: Change
  before: Change['value']
  isPrimary: boolean
  isPending: boolean
  label: string | undefined
  isBrief: boolean
  apply: () => void
}

function Offer({ change, before, isPrimary, isPending, label, isBrief, apply }: OfferProps) {
  const does = visible(changeLabel(change))
  return (
    <span className="change-offer">
      <Button
        variant={isPrimary ? 'filled' : 'default'}
        loading={isPending}
        title={does}
        className="change-button"
        onClick={apply}
      >
        <bdi className="ellipsis">{label ?? does}</bdi>
        {label === undefined ? <span className="change-again"> and retry once</span> : null}
      </Button>
      {isBrief ? null : <ChangeValues change={change} before={before} />}
    </span>
  )
}

/** What a change changes: the value of now, and that of then. */
export function ChangeValues({ change, before }: Pick<OfferProps, 'change' | 'before'>) {
  return (
    <span className="change-values" aria-label="What changes">
      <span className="dimmed">{fieldLabel(change.field) ?? change.field}</span>
      <del title="Now">{visible(valueText(before))}</del>
      <span aria-hidden>→</span>
      <ins title="Then">{visible(valueText(change.value))}</ins>
    </span>
  )
}

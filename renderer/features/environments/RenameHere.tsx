import { useIntent } from '../../state/intents.ts'

/** Leads to the name of the environment when it is to be renamed. */
export function RenameHere({ environmentId }: { environmentId: string }) {
  useIntent(environmentId, 'rename', toName)
  return null
}

function toName(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-path="name"]')
  field?.focus()
  field?.select()
}

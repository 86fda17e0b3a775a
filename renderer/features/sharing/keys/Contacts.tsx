import { ActionIcon, Text, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { visible } from '../../../../electron/common/visible.ts'

interface Contact {
  key: string
  name: string
  fingerprint: string
}

interface Props {
  title: string
  none: string
  /** What the button of one does: “Delete”, “Forget”. */
  action: string
  contacts: readonly Contact[]
  onRemove: (contact: Contact) => void
}

/** People by name and fingerprint. */
export function Contacts({ title, none, action, contacts, onRemove }: Props) {
  if (contacts.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    )
  }
  return (
    <table className="facts" aria-label={title}>
      <colgroup>
        <col style={{ width: '35%' }} />
        <col />
        <col style={{ width: 44 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Fingerprint</th>
          <th scope="col" aria-label={action} />
        </tr>
      </thead>
      <tbody>
        {contacts.map((contact) => (
          <tr key={contact.key}>
            <th scope="row">{visible(contact.name)}</th>
            <td className="fingerprint" title={contact.key}>
              {contact.fingerprint}
            </td>
            <td>
              <Tooltip label={`${action} ${contact.name}`}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={`${action} ${contact.name}`}
                  onClick={() => onRemove(contact)}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

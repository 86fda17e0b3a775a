import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { problemOf, type TextRule } from '../../electron/vocabulary/text-rule.ts'

interface Props {
  /** Of what is moved. */
  name: string
  rule: TextRule
  onMove: (folder: string) => void
  onClose: () => void
}

/** Asks for the name of a folder, and moves something into it. */
export function NewFolder({ name, rule, onMove, onClose }: Props) {
  const [folder, setFolder] = useState('')
  const problem = problemOf(rule, folder)
  const move = () => {
    if (folder.trim() === '' || problem !== null) return
    onClose()
    onMove(folder.trim())
  }
  return (
    <Modal opened onClose={onClose} title={`Move “${name}” to a new folder`} size="sm" lockScroll={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          move()
        }}
      >
        <TextInput
          label="Folder"
          data-autofocus
          value={folder}
          error={problem}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8} pt={12}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={folder.trim() === '' || problem !== null}>
            Move
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

import { dialog } from 'electron'

/** A question that the app cannot go on without. */
export interface Question {
  message: string
  detail: string
  /** The first is what Enter means, the last what Escape means. */
  buttons: readonly string[]
}

/** Gives the button that was chosen. */
export async function ask({ message, detail, buttons }: Question): Promise<string> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: buttons.length - 1,
    noLink: true,
  })
  return buttons[response] ?? ''
}

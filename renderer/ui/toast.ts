import { notify } from './notify.ts'

/** Shown once, however often it is done while the toast is open. */
export function toastDone(message: string): void {
  notify({ id: message, message, color: 'teal', autoClose: 5000 })
}

/** The title names what failed, the message why. */
export function toastFailed(title: string, message: string): void {
  notify({ title, message, color: 'red', autoClose: 15_000 })
}

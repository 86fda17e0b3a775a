import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { callChannel, callNames, cancelChannel, eventChannel } from '../contract/call-names.ts'

function pathOfFile(file: unknown): string {
  try {
    return file instanceof File ? webUtils.getPathForFile(file) : ''
  } catch {
    return ''
  }
}

/** Everything that the window can do to its host: one function per call, cancel, and listen. Main checks all of it. */
contextBridge.exposeInMainWorld('ccx', {
  ...Object.fromEntries(
    callNames.map((name) => [
      name,
      (requestId: unknown, input: unknown) => ipcRenderer.invoke(callChannel(name), requestId, input),
    ]),
  ),
  cancel: (requestId: unknown) => ipcRenderer.send(cancelChannel, requestId),
  /** The path of a file that a person dropped or chose; empty for what is none of this computer. */
  pathOfFile,
  onNotice: (callback: (notice: unknown) => void) => {
    const listener = (_event: unknown, notice: unknown): void => callback(notice)
    ipcRenderer.on(eventChannel, listener)
    return () => void ipcRenderer.off(eventChannel, listener)
  },
})

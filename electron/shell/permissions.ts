import type { Session } from 'electron'

/** The window needs no permission at all, so all that it asks for is denied, with no question to the person. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

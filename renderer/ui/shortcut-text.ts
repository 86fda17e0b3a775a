/** How the shortcut of Ctrl, or of Cmd on macOS, and a key is written there. */
export const shortcutText = (key: string, platform = navigator.platform): string =>
  platform.startsWith('Mac') ? `⌘${key}` : `Ctrl ${key}`

// Playwright misses a page that comes into being while it attaches, and then waits for it for ever. Its own loader, which it
// uses for an installed Electron only, therefore holds the app back until it calls `__playwright_run`; so does this.
const { app } = require('electron')

exports.awaitDriver = () => {
  const ready = app.whenReady()
  const driven = new Promise((resolve) => Reflect.set(globalThis, '__playwright_run', () => resolve(undefined)))
  app.whenReady = async () => {
    await driven
    return ready
  }
}

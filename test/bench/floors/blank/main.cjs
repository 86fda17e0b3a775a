// The least that an Electron app can be: a sandboxed window with one line of HTML.
const path = require('node:path')
const { app, BrowserWindow } = require('electron')

async function start() {
  await app.whenReady()
  await new BrowserWindow({ width: 1280, height: 800 }).loadFile(path.join(__dirname, 'index.html'))
}

app.enableSandbox()
app.on('window-all-closed', () => app.quit())
void start()

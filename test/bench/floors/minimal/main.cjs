// The least that can request a token on a click and show it: one IPC call, bare `node:http`, one text painted. And the
// least that can show the claims of a pasted one: one IPC call, JSON.parse, as much text painted as can be seen.
const http = require('node:http')
const path = require('node:path')
const { app, BrowserWindow, ipcMain } = require('electron')

const agent = new http.Agent({ keepAlive: true })
const endpoint = process.env['BENCH_TOKEN_ENDPOINT'] ?? ''
const body = 'grant_type=client_credentials&scope=api%3Aread'

const requestToken = () =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Basic ${Buffer.from('bench:bench').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }
    const request = http.request(endpoint, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => {
        const [, payload] = JSON.parse(text).access_token.split('.')
        resolve(Buffer.from(payload, 'base64url').toString('utf8'))
      })
    })
    request.on('error', reject)
    request.end(body)
  })

/** @param {string} token */
const inspectToken = (token) => {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return JSON.stringify(claims).slice(0, 4000)
}

async function start() {
  await app.whenReady()
  const webPreferences = { preload: path.join(__dirname, 'preload.cjs') }
  await new BrowserWindow({ width: 1280, height: 800, webPreferences }).loadFile(path.join(__dirname, 'index.html'))
}

app.enableSandbox()
app.on('window-all-closed', () => app.quit())
ipcMain.handle('request-token', requestToken)
ipcMain.handle('inspect-token', (_event, token) => inspectToken(token))
void start()

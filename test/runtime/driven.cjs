// Goes before the main of a package that the benchmarks drive, on any Electron. The app ends when its command line has this
// switch, so it is added when the app has looked.
const path = require('node:path')
const { app } = require('electron')

const { driven } = require(path.join(__dirname, 'package.json'))
require(path.join(__dirname, driven))
app.commandLine.appendSwitch('remote-debugging-port', '0')

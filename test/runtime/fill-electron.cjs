// What Electron 45 has and the test runtime's Electron 25 has not, in the main process.
const path = require('node:path')
const { safeStorage, utilityProcess } = require('electron')

// Tests bring a keyring of their own. To anybody else this runtime has none, so that real secrets stay for the session.
const hasKeyring = process.env['CCX_TEST_KEYRING'] === 'yes'

Object.assign(safeStorage, {
  // What a keyring's key encrypts begins with v11; v10 is the constant key of a system without one.
  getSelectedStorageBackend: () =>
    hasKeyring && safeStorage.encryptString('?').toString('latin1').startsWith('v11')
      ? 'gnome_libsecret'
      : 'basic_text',
  isAsyncEncryptionAvailable: async () => hasKeyring && safeStorage.isEncryptionAvailable(),
  encryptStringAsync: async (/** @type {string} */ text) => safeStorage.encryptString(text),
  decryptStringAsync: async (/** @type {Buffer} */ bytes) => ({
    shouldReEncrypt: false,
    result: safeStorage.decryptString(bytes),
  }),
})

// A utility process does not inherit what was filled here, and ignores `-r`.
const fork = utilityProcess.fork.bind(utilityProcess)
utilityProcess.fork = (modulePath, args = [], options = {}) =>
  fork(path.join(__dirname, 'child.cjs'), [modulePath, ...args], options)

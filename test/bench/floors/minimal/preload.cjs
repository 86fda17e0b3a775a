const { ipcRenderer } = require('electron')

/** @param {Promise<string>} asked */
async function show(asked) {
  const text = await asked
  const answer = document.querySelector('pre')
  if (answer !== null) answer.textContent = text
}

document.addEventListener('DOMContentLoaded', () => {
  document.querySelector('button')?.addEventListener('click', () => void show(ipcRenderer.invoke('request-token')))
  const box = document.querySelector('textarea')
  box?.addEventListener('input', () => void show(ipcRenderer.invoke('inspect-token', box.value)))
})

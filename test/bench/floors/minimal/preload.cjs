const { ipcRenderer } = require('electron')

async function requestToken() {
  const text = await ipcRenderer.invoke('request-token')
  const answer = document.querySelector('pre')
  if (answer !== null) answer.textContent = text
}

document.addEventListener('DOMContentLoaded', () => {
  document.querySelector('button')?.addEventListener('click', () => void requestToken())
})

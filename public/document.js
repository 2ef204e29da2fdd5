// Keeps the page about a document that is being made up to date, and gets the document when it is ready. Without
// this script the button on the page does the same.

const AGAIN_AFTER = 1000
const GIVE_UP_AFTER = 120

const status = document.querySelector('[data-document]')
if (status) follow(status.dataset.document, GIVE_UP_AFTER)

async function follow(address, times) {
  await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER))
  const state = await ask(address)
  if (state?.text) status.textContent = state.text
  if (state?.kind === 'made') return window.location.assign(address)
  // What went wrong is told by a page of its own.
  if (state?.kind === 'failed') return window.location.reload()
  if (times > 0) await follow(address, times - 1)
}

async function ask(address) {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } })
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}

// Saves every text while somebody writes it, and shows what becomes of it. Without this script the button under the
// page does the same. "Bewaard om …" is only ever the server's own word; what is not confirmed stays in this tab.

const WAIT_AFTER_TYPING = 900
const RETRY_AFTER = [2000, 5000, 15000, 30000]
const PENDING = 'quickscan-writing:'

const form = document.querySelector('form[data-editor]')
const status = document.querySelector('[data-save-status]')
const preview = document.querySelector('[data-preview]')
let isLeavingByForm = false
// One save at a time: each changes the same draft, and the last preview must be of the last text.
let turn = Promise.resolve()

const fields = [...document.querySelectorAll('[data-edit-field]')].map(watch)

form.addEventListener('submit', () => {
  isLeavingByForm = true
  for (const field of fields) field.forget()
})
addEventListener('beforeunload', (event) => {
  if (!isLeavingByForm && fields.some((field) => !field.isSaved())) event.preventDefault()
})

function watch(box) {
  const name = box.dataset.editField
  const input = form.elements.namedItem(name)
  const was = form.elements.namedItem(`was:${name}`)
  const remarks = box.querySelector('.remarks')
  const pending = `${PENDING}${form.dataset.editor}#${name}`
  let timer
  let failures = 0
  let isStuck = false
  let lastSent = null
  // As it stands in the field, where the server keeps it without the spaces at its ends.
  let kept = was.value

  const isSaved = () => input.value === kept
  restore()
  input.addEventListener('input', () => {
    sessionStorage.setItem(pending, JSON.stringify({ text: input.value, was: was.value }))
    isStuck = false
    say('Nog niet bewaard')
    plan(WAIT_AFTER_TYPING)
  })
  input.addEventListener('blur', () => isSaved() || plan(0))
  addEventListener('online', () => isSaved() || plan(0))

  function plan(wait) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      turn = turn.then(send)
    }, wait)
  }

  async function send() {
    if (isSaved() || isStuck) return
    const sent = input.value
    const sentBefore = lastSent
    lastSent = sent
    try {
      const response = await fetch(form.dataset.editor, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ name, was: was.value, text: sent }),
        signal: AbortSignal.timeout(15000),
      })
      const body = await response.json()
      if (response.ok) confirm(sent, body)
      else if (response.status >= 500) retry('Nog niet bewaard. We proberen het zo opnieuw.')
      else if (body.stored !== undefined && body.stored === sentBefore?.trim()) settle(body)
      else stop(body)
    } catch {
      retry('Nog niet bewaard: geen verbinding. Wat je typte blijft hier staan.')
    }
  }

  function confirm(sent, body) {
    failures = 0
    kept = sent
    was.value = body.text
    if (isSaved()) {
      sessionStorage.removeItem(pending)
      say(body.status, true)
    } else plan(0)
    remarks.replaceChildren(
      ...body.remarks.map((remark) => {
        const item = document.createElement('li')
        item.textContent = remark
        return item
      }),
    )
    if (preview) preview.innerHTML = body.preview
  }

  // The answer to an earlier save was lost on the way: then the "other" text was this one.
  function settle(body) {
    was.value = body.stored
    plan(0)
  }

  // What cannot be saved by trying again: somebody else's text, too long, signed out.
  function stop(body) {
    isStuck = true
    say([body.title, body.detail].filter(Boolean).join('. '))
  }

  function retry(text) {
    say(text)
    plan(RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)])
    failures += 1
  }

  function restore() {
    const found = sessionStorage.getItem(pending)
    if (!found) return
    const before = JSON.parse(found)
    input.value = before.text
    if (isSaved()) sessionStorage.removeItem(pending)
    else {
      // What it was typed over: so that the server sees what somebody else made of it meanwhile.
      was.value = before.was
      say('Nog niet bewaard')
      plan(0)
    }
  }

  return { isSaved, forget: () => sessionStorage.removeItem(pending) }
}

function say(text, isConfirmed = false) {
  status.textContent = text
  status.dataset.saveStatus = isConfirmed ? 'ja' : 'nee'
}

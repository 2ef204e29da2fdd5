// Saves every change in the background. Without this script the buttons under the page do the same.
// "Bewaard om …" is only ever the server's own word; what is not confirmed yet stays in this tab.

const WAIT_AFTER_TYPING = 900
const RETRY_AFTER = [2000, 5000, 15000, 30000]
const PENDING = 'quickscan-pending:'

let isLeavingByForm = false

for (const field of document.querySelectorAll('[data-autosave-url]')) watch(field)

function watch(field) {
  const url = field.dataset.autosaveUrl
  const radios = [...field.querySelectorAll('input[type=radio]')]
  const note = field.querySelector('textarea')
  const answerWas = field.querySelector('input[name$="-was"]:not([name$="-notitie-was"])')
  const noteWas = field.querySelector('input[name$="-notitie-was"]')
  const status = field.querySelector('[data-saved]')
  let timer
  let isSending = false
  let failures = 0
  let lastSent = null
  let underway = null

  const current = () => ({
    answer: radios.find((radio) => radio.checked)?.value ?? null,
    note: note?.value ?? '',
  })
  const known = () => ({ answer: answerWas.value || null, note: noteWas.value })
  const isSaved = () => same(current(), known())

  restore()
  for (const radio of radios) radio.addEventListener('change', () => changed(0))
  note?.addEventListener('input', () => changed(WAIT_AFTER_TYPING))
  note?.addEventListener('blur', () => isSaved() || plan(0))
  addEventListener('online', () => isSaved() || plan(0))
  field.form?.addEventListener('submit', () => underway && tellUnderway(underway))
  addEventListener('beforeunload', (event) => {
    if (!isSaved() && !isLeavingByForm) event.preventDefault()
  })

  function changed(wait) {
    remember()
    say('Nog niet bewaard')
    plan(wait)
  }

  function plan(wait) {
    clearTimeout(timer)
    timer = setTimeout(send, wait)
  }

  async function send() {
    if (isSending || isSaved()) return
    isSending = true
    const sent = current()
    underway = sent
    try {
      const response = await fetch(url, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ ...sent, was: known() }),
        signal: AbortSignal.timeout(15000),
      })
      const body = await response.json()
      if (response.ok) confirm(sent, body)
      else if (response.status === 409 && body.stored) settle(body)
      else if (response.status >= 500) retry('Nog niet bewaard. We proberen het zo opnieuw.')
      else say(body.detail ?? 'Niet bewaard.')
    } catch {
      retry('Nog niet bewaard: geen verbinding. Wat je typte blijft hier staan.')
    }
    lastSent = sent
    isSending = false
    if (failures === 0 && !isSaved() && !field.dataset.conflict) plan(0)
  }

  function confirm(sent, body) {
    failures = 0
    underway = null
    remembered(sent)
    say(isSaved() ? body.status : 'Nog niet bewaard', isSaved())
    if (isSaved()) sessionStorage.removeItem(PENDING + url)
  }

  // The answer to an earlier save may have been lost on the way: then the "other window" was this one.
  function settle(body) {
    underway = null
    if (lastSent && same(body.stored, lastSent)) return remembered(body.stored)
    field.dataset.conflict = 'ja'
    say(`${body.title}. ${body.detail}`)
  }

  function retry(text) {
    say(text)
    plan(RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)])
    failures += 1
  }

  function remembered(values) {
    answerWas.value = values.answer ?? ''
    noteWas.value = values.note
  }

  // The page may overtake its own background save: then the server may find what it sent, and knows from whom.
  function tellUnderway({ answer, note }) {
    for (const earlier of field.querySelectorAll('[name$="-onderweg"]')) earlier.remove()
    for (const [was, value] of [
      [answerWas, answer ?? ''],
      [noteWas, note],
    ]) {
      const hidden = was.cloneNode()
      hidden.name = was.name.replace(/-was$/, '-onderweg')
      hidden.value = value
      was.after(hidden)
    }
  }

  // In this tab only, and only until the server has it: a shared computer keeps nothing.
  function remember() {
    sessionStorage.setItem(PENDING + url, JSON.stringify(current()))
  }

  function restore() {
    const pending = sessionStorage.getItem(PENDING + url)
    if (!pending) return
    const { answer, note: text } = JSON.parse(pending)
    for (const radio of radios) radio.checked = radio.value === answer
    if (note) note.value = text
    if (isSaved()) sessionStorage.removeItem(PENDING + url)
    else changed(0)
  }

  function say(text, isConfirmed = false) {
    if (status) {
      status.textContent = text
      status.dataset.saved = isConfirmed ? 'ja' : 'nee'
    }
    for (const overall of document.querySelectorAll('[data-save-status]')) {
      overall.textContent = text
      overall.dataset.saveStatus = isConfirmed ? 'ja' : 'nee'
    }
  }
}

for (const form of document.querySelectorAll('form[data-autosave]')) {
  form.addEventListener('submit', () => {
    isLeavingByForm = true
  })
}

function same(one, other) {
  return one.answer === other.answer && one.note === other.note
}

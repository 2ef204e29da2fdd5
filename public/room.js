// Follows a meeting: shows what changes, sends what is chosen, and counts a silence down. Without this script every
// button works, and the page is asked for again by hand.

const RETRY = 3000
const LOOK_AGAIN = 20000
const LEAVING = 5000
const CHOICES = 'quickscan-stem:'
const NO_KEYS = 'quickscan-toetsen-uit'

const page = document.querySelector('main')
const screen = document.querySelector('[data-live-screen]')
const isLeader = page.hasAttribute('data-live-lead')
let isBusy = false
let refreshAgain = false
let isLeaving = false

listen((screen ?? page).dataset.liveUrl)
restoreVote()
tick()
setInterval(tick, 500)
page.addEventListener('submit', submitted)
page.addEventListener('change', remember)
addEventListener('keydown', pressed)
addEventListener('beforeunload', leave)
if (isLeader) {
  setInterval(refresh, LOOK_AGAIN)
  prepareKeys()
}

function listen(url) {
  if (!url) return
  const source = new EventSource(url)
  let wasLost = false
  source.onopen = () => {
    if (wasLost) say('')
    wasLost = false
  }
  source.onerror = () => {
    wasLost = true
    say('Even geen verbinding. Wat bewaard is, blijft bewaard. We proberen het opnieuw.')
  }
  source.onmessage = (event) => {
    const news = JSON.parse(event.data)
    if (isLeader) return void refresh()
    if (news.version !== screen.dataset.version) show(news)
    if (news.isOver) source.close()
  }
}

// On a phone: what everybody sees now, with what this phone chose before.
function show({ version, html }) {
  const hadFocus = screen.contains(document.activeElement)
  screen.innerHTML = html
  screen.dataset.version = version
  restoreVote()
  tick()
  say('')
  announce(hadFocus)
}

// For the leader: the page as it is now, without touching what somebody is writing.
async function refresh() {
  if (isLeaving) return
  if (isBusy) {
    refreshAgain = true
    return
  }
  isBusy = true
  try {
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } })
    const html = await answer.text()
    if (isLeaving) return
    if (!answer.ok || new URL(answer.url).pathname !== location.pathname) return location.reload()
    take(html)
  } catch {
    say('Even geen verbinding. Wat bewaard is, blijft bewaard. We proberen het opnieuw.')
  } finally {
    isBusy = false
    if (refreshAgain) {
      refreshAgain = false
      setTimeout(refresh, 200)
    }
  }
}

function take(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  if (screen) {
    const part = fresh.querySelector('[data-live-screen]')
    if (!part) return location.reload()
    show({ version: part.dataset.version, html: part.innerHTML })
    takeNotice(fresh)
    return
  }
  const parts = [...page.querySelectorAll('[data-live-part]')]
  if (!fresh.querySelector('[data-live-lead]')) return location.reload()
  for (const part of parts) {
    const other = fresh.querySelector(`[data-live-part="${part.dataset.livePart}"]`)
    if (!other || isBeingWritten(part) || other.innerHTML === part.innerHTML) continue
    const keeps = focusIn(part)
    part.innerHTML = other.innerHTML
    keeps?.()
    if (part.dataset.livePart === 'screen') announce(false)
  }
  for (const step of page.querySelectorAll('[data-step]')) {
    step.value = fresh.querySelector('[data-step]')?.value ?? step.value
  }
  document.title = fresh.title
  tick()
}

// Whoever ends the meeting is on the way to the next page: to load this one again would call that off.
function leave() {
  isLeaving = true
  setTimeout(() => {
    isLeaving = false
  }, LEAVING)
}

function isBeingWritten(part) {
  return [...part.querySelectorAll('input:not([type=hidden]), textarea')].some(
    (field) => field.value !== field.defaultValue,
  )
}

// The button that was pressed may come back with other words: whoever uses keys stays where they were.
function focusIn(part) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null
  if (!focused) return null
  const name = focused.getAttribute('data-key') ?? focused.value
  return () => {
    const again = [...part.querySelectorAll('button, select, a')].find(
      (one) => (one.getAttribute('data-key') ?? one.value) === name,
    )
    ;(again ?? part.querySelector('button, a'))?.focus()
  }
}

async function submitted(event) {
  const form = event.target
  if (!form.hasAttribute('data-live-form')) return
  event.preventDefault()
  const body = new URLSearchParams(new FormData(form, event.submitter))
  const isVote = form.hasAttribute('data-vote')
  if (isVote) remember({ target: form })
  await send(form, body, isVote)
}

async function send(form, body, isVote) {
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
    const html = await answer.text()
    if (answer.status === 400 || answer.ok) {
      const fresh = new DOMParser().parseFromString(html, 'text/html')
      if (answer.ok && form.hasAttribute('data-keeps-place')) closePanel(form)
      if (answer.status === 400 && isLeader) return replaceAll(fresh)
      take(html)
      takeNotice(fresh)
    } else if (answer.status >= 500) throw new Error(String(answer.status))
    else location.reload()
  } catch {
    say(
      isVote
        ? 'Nog geen verbinding. Je stem is nog niet bewaard. We proberen het opnieuw.'
        : 'Nog geen verbinding. Er is nog niets bewaard. Wat je typte, staat er nog: probeer het zo opnieuw.',
    )
    // A vote is sent until it is kept, as long as the room still asks for it. The server counts it once.
    if (isVote) setTimeout(() => sendAgain(form, body), RETRY)
  }
}

// The screen may have come anew meanwhile: then the same vote stands in another form, or in none.
function sendAgain(form, body) {
  const now = page.querySelector(`[data-vote="${CSS.escape(form.dataset.vote)}"]`)
  if (now) send(now, body, true)
  else say('De stemming was al gesloten. Je stem telt hier niet mee.')
}

function closePanel(form) {
  form.reset()
  const panel = form.closest('details')
  if (panel) {
    panel.open = false
    panel.querySelector('summary').focus()
  }
}

function replaceAll(fresh) {
  page.innerHTML = fresh.querySelector('main').innerHTML
  document.title = fresh.title
  location.hash = ''
  prepareKeys()
  page.querySelector('[aria-invalid], .error-summary')?.focus()
}

// Looked for anew every time: after something wrong the whole page is another.
function noticePlace() {
  return document.querySelector('[data-live-notice]')
}

function takeNotice(fresh) {
  const notice = noticePlace()
  if (notice) notice.innerHTML = fresh.querySelector('[data-live-notice]')?.innerHTML ?? ''
}

function say(text) {
  const notice = noticePlace()
  if (!notice) return
  notice.textContent = ''
  if (!text) return
  const line = document.createElement('p')
  line.className = 'room-notice'
  line.textContent = text
  notice.append(line)
}

function announce(takesFocus) {
  const heading = (screen ?? page).querySelector('h1')
  if (!heading) return
  let spoken = document.getElementById('nu-te-zien')
  if (!spoken) {
    spoken = document.createElement('p')
    spoken.id = 'nu-te-zien'
    spoken.className = 'visually-hidden'
    spoken.setAttribute('role', 'status')
    document.body.append(spoken)
  }
  spoken.textContent = `Nieuw scherm: ${heading.textContent}`
  if (takesFocus) {
    heading.tabIndex = -1
    heading.focus()
  }
}

// What a phone chose stays in this tab, for a screen that comes anew knows nothing of it.
function remember({ target }) {
  const form = target.closest?.('[data-vote]') ?? (target.matches?.('[data-vote]') ? target : null)
  if (!form) return
  const chosen = [...form.querySelectorAll(':checked')].map((field) => `${field.name}=${field.value}`)
  sessionStorage.setItem(CHOICES + form.dataset.vote, JSON.stringify(chosen))
}

function restoreVote() {
  const form = screen?.querySelector('[data-vote]')
  const stored = form && sessionStorage.getItem(CHOICES + form.dataset.vote)
  if (!stored || !form.querySelector('[data-voted]').hidden) return
  const chosen = JSON.parse(stored)
  for (const field of form.querySelectorAll('input[type=radio], input[type=checkbox]')) {
    field.checked = chosen.includes(`${field.name}=${field.value}`)
  }
}

function tick() {
  for (const clock of page.querySelectorAll('[data-until]')) {
    clock.dataset.offset ??= String(Date.parse(clock.dataset.now) - Date.now())
    const left = Date.parse(clock.dataset.until) - Date.now() - Number(clock.dataset.offset)
    const seconds = Math.max(0, Math.ceil(left / 1000))
    const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    const text = seconds > 0 ? `Even stil: ${shown}` : 'De stilte is voorbij'
    if (clock.textContent !== text) clock.textContent = text
  }
}

function prepareKeys() {
  const toggle = page.querySelector('[data-keys]')
  if (!toggle) return
  toggle.closest('[data-keys-toggle]').hidden = false
  toggle.checked = localStorage.getItem(NO_KEYS) === null
  toggle.addEventListener('change', () => {
    if (toggle.checked) localStorage.removeItem(NO_KEYS)
    else localStorage.setItem(NO_KEYS, 'ja')
  })
}

function pressed(event) {
  if (!isLeader || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
  if (localStorage.getItem(NO_KEYS) !== null) return
  if (event.target.closest?.('input:not([type=checkbox]), textarea, select')) return
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const button = page.querySelector(`[data-key="${CSS.escape(key)}"]`)
  const panel = page.querySelector(`[data-panel-key="${CSS.escape(key)}"]`)
  if (button) {
    event.preventDefault()
    button.click()
  } else if (panel) {
    event.preventDefault()
    panel.open = true
    panel.querySelector('textarea, input:not([type=hidden]), select')?.focus()
  }
}

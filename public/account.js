// Adds to the password fields a button to see what was typed, and says how strong a new password is. Clears the
// address that somebody signed in with when they leave the page, for whoever presses "back" on the same computer.
// Without this script the fields work as well, and the server judges a password when it is sent.

const WAIT_AFTER_TYPING = 400

for (const field of document.querySelectorAll('[autocomplete="username"], [autocomplete="email"]')) {
  window.addEventListener('pagehide', () => field.form?.reset())
}

for (const field of document.querySelectorAll('[data-password]')) {
  const input = field.querySelector('input')
  addReveal(input)
  if (field.dataset.strengthAt) tellStrength(field, input)
}

function addReveal(input) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'reveal'
  button.textContent = 'Laat zien wat ik typ'
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    const isShown = input.type === 'text'
    input.type = isShown ? 'password' : 'text'
    button.setAttribute('aria-pressed', String(!isShown))
  })
  // What was shown is hidden again before it is sent, so that a browser does not keep it as plain text.
  input.form?.addEventListener('submit', () => {
    input.type = 'password'
  })
  input.after(button)
}

function tellStrength(field, input) {
  const status = field.querySelector('.password-strength')
  let timer
  let asked = 0
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, WAIT_AFTER_TYPING)
  })

  async function ask() {
    const mine = ++asked
    const password = input.value
    if (password === '') {
      status.textContent = ''
      return
    }
    try {
      const response = await fetch(field.dataset.strengthAt, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ password }),
      })
      const { words } = response.ok ? await response.json() : { words: '' }
      // A slow answer about an earlier password must not stand beside a later one.
      if (mine === asked) status.textContent = words
    } catch {
      if (mine === asked) status.textContent = ''
    }
  }
}

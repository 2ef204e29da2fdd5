// Shows the buttons for passkeys where the browser knows them, and asks the device when one is pressed. What the
// device answers goes along with the form. Without this script everything else to sign in with is there.

const canUsePasskeys =
  typeof PublicKeyCredential === 'function' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential

if (canUsePasskeys) {
  for (const form of document.querySelectorAll('form[data-passkey]')) prepare(form)
  for (const text of document.querySelectorAll('[data-without-passkey]')) text.hidden = true
}

function prepare(form) {
  const answer = form.elements.namedItem('passkey')
  const status = form.querySelector('.passkey-status')
  let isAsking = false
  form.hidden = false
  // Whoever comes back to this page begins anew: an answer counts once.
  window.addEventListener('pageshow', () => {
    answer.value = ''
    status.textContent = ''
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    status.textContent = 'Kijk op je apparaat.'
    try {
      takeOwnDeviceAlong(form)
      answer.value = JSON.stringify(await askDevice(form))
      form.submit()
    } catch (error) {
      status.textContent = wordsFor(error)
    } finally {
      isAsking = false
    }
  })
}

async function askDevice(form) {
  const response = await fetch(form.dataset.question, { method: 'POST' })
  if (!response.ok) throw new Error(`the question came with ${response.status}`)
  const options = await response.json()
  return form.dataset.passkey === 'add'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
}

/** The box about one's own device stands in the form above, and counts for this way of signing in too. */
function takeOwnDeviceAlong(form) {
  const box = document.querySelector(`input[type="checkbox"][name="${form.dataset.staysAs}"]`)
  if (box) form.elements.namedItem('eigen-apparaat').value = box.checked ? 'ja' : 'nee'
}

function wordsFor(error) {
  if (error.name === 'InvalidStateError') return 'Op dit apparaat staat al een passkey voor dit account.'
  if (error.name === 'NotAllowedError') return 'Het is gestopt of duurde te lang. Er is niets veranderd.'
  return 'Dat lukte niet. Er is niets veranderd. Probeer het nog eens, of kies een andere manier.'
}

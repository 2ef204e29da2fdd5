// Lets somebody choose a file instead of pasting what is in it. Without this script the field takes the text as well.

const field = document.querySelector('textarea[name="bestand"]')
const label = document.createElement('label')
label.textContent = 'Kies het bestand. Wat erin staat, komt in het veld hieronder.'
label.className = 'field'
const chooser = document.createElement('input')
chooser.type = 'file'
chooser.accept = '.yaml,.yml,text/yaml'
chooser.className = 'input'
label.append(chooser)
chooser.addEventListener('change', async () => {
  const [file] = chooser.files
  if (file) field.value = await file.text()
})
field.closest('.field').before(label)

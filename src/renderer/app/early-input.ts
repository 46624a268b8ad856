/**
 * What a person does between the first paint and the moment the page is wired. Typing and ticking
 * stay in the document by themselves; presses, submits and choices are held back here and done
 * again once there is someone to answer. So nothing is lost, and no form ever submits natively.
 */
type Held = { readonly element: Element; readonly replay: () => void }

let held: Held[] = []
const listening = new AbortController()

function hold(element: Element, replay: () => void) {
  // The last action on an element is the one meant: a second Enter is not a second sign-in.
  held = [...held.filter((other) => other.element !== element), { element, replay }]
}

function holdSubmit(event: SubmitEvent) {
  event.preventDefault()
  event.stopPropagation()
  const form = event.target
  if (form instanceof HTMLFormElement) hold(form, () => form.requestSubmit())
}

function holdClick(event: MouseEvent) {
  if (!(event.target instanceof Element)) return
  const pressed = event.target.closest('a[href], button')
  if (!(pressed instanceof HTMLElement)) return
  // A submit button goes on to raise `submit`, which is held above.
  if (pressed instanceof HTMLButtonElement && pressed.type === 'submit') return
  event.preventDefault()
  event.stopPropagation()
  hold(pressed, () => pressed.click())
}

function holdChoice(event: Event) {
  const select = event.target
  if (!(select instanceof HTMLSelectElement)) return
  const { value } = select
  hold(select, () => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** Starts holding back. Called before the first paint. */
export function holdEarlyInput(): void {
  const options = { capture: true, signal: listening.signal }
  document.addEventListener('submit', holdSubmit, options)
  document.addEventListener('click', holdClick, options)
  document.addEventListener('change', holdChoice, options)
}

/** Stops holding back and does again, in order, what was held. Called when the page is wired. */
export function releaseEarlyInput(): void {
  listening.abort()
  const actions = held
  held = []
  for (const { element, replay } of actions) if (element.isConnected) replay()
}

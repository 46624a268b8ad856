import { useState } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent, type Locator } from 'vitest/browser'
import { LanguageChooser } from '../../../src/renderer/common/frames/language-chooser.tsx'
import { Button } from '../../../src/renderer/ui/button.tsx'
import { Checkbox } from '../../../src/renderer/ui/checkbox.tsx'
import { CodeField } from '../../../src/renderer/ui/code-field.tsx'
import { NewPasswordField } from '../../../src/renderer/common/passwords/new-password-field.tsx'
import { Dialog, DialogActions } from '../../../src/renderer/ui/dialog.tsx'
import { ErrorSummary } from '../../../src/renderer/ui/error-summary.tsx'
import { Menu } from '../../../src/renderer/ui/menu.tsx'
import { Notice } from '../../../src/renderer/ui/notice.tsx'
import { SelectField } from '../../../src/renderer/ui/select-field.tsx'
import { Stepper } from '../../../src/renderer/ui/stepper.tsx'
import { TextField } from '../../../src/renderer/ui/text-field.tsx'
import { callsOf, policy, scriptPortal, signedIn } from '../support/fake-portal.ts'
import { show } from '../support/stage.tsx'

beforeEach(() => scriptPortal({}))

/** Without a press, which would open what a key is to open. */
function focus(place: Locator) {
  const element = place.element()
  if (element instanceof HTMLElement) element.focus()
}

describe('fields', () => {
  test('name, describe and mark what they ask for', async () => {
    await show(
      <>
        <TextField label="Nom" hint="Comme sur votre contrat" error="Saisissez votre nom." />
        <TextField label="Prénom" optional />
      </>,
      signedIn,
    )
    const name = page.getByRole('textbox', { name: 'Nom', exact: true })
    await expect.element(name).toHaveAccessibleDescription(/votre contrat Saisissez votre nom/)
    await expect.element(name).toHaveAttribute('aria-invalid', 'true')
    const first = page.getByRole('textbox', { name: 'Prénom (facultatif)' })
    await expect.element(first).not.toHaveAttribute('aria-invalid')
    await expect.element(first).not.toHaveAttribute('aria-describedby')
  })

  test('say what is wrong with a choice or a tick as well', async () => {
    await show(
      <>
        <SelectField label="Langue favorite" error="Choisissez une langue.">
          <option>Français</option>
        </SelectField>
        <Checkbox label="Alertes" hint="Par e-mail" />
      </>,
      signedIn,
    )
    await expect
      .element(page.getByRole('combobox', { name: 'Langue favorite' }))
      .toHaveAccessibleDescription('Choisissez une langue.')
    await expect
      .element(page.getByRole('checkbox', { name: 'Alertes' }))
      .toHaveAccessibleDescription('Par e-mail')
  })
})

test('a button that is busy keeps the focus and does nothing more', async () => {
  const pressed = vi.fn()
  const submitted = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  await show(
    <form onSubmit={submitted}>
      <Button type="submit" busy onClick={pressed}>
        Suivant
      </Button>
    </form>,
    signedIn,
  )
  const button = page.getByRole('button', { name: 'Suivant' })
  await expect.element(button).toBeVisible()
  focus(button)
  await userEvent.keyboard('{Enter}')
  await expect.element(button).toHaveFocus()
  await expect.element(button).toHaveAttribute('aria-disabled', 'true')
  expect(pressed).not.toHaveBeenCalled()
  expect(submitted).not.toHaveBeenCalled()
})

test.each([
  ['grouped', 'numeric', '482 913', '482913'],
  ['with the words around it', 'numeric', 'Votre code : 482-913.', '482913'],
  ['in another script’s digits', 'numeric', 'رمزك ٤٨٢٩١٣', '482913'],
  ['of letters and digits', 'alphanumeric', 'Ihr Code: bcdf 2345, 10 Minuten', 'BCDF2345'],
] as const)('a code pasted %s is entered alone', async (_, format, copied, entered) => {
  const changed = vi.fn()
  await show(
    <>
      <CodeField
        format={format}
        label="Code"
        onChange={(event) => void changed(event.target.value)}
      />
      <textarea aria-label="Message" defaultValue={copied} />
    </>,
    signedIn,
  )
  await userEvent.tripleClick(page.getByRole('textbox', { name: 'Message' }))
  await userEvent.copy()
  await userEvent.click(page.getByRole('textbox', { name: 'Code' }))
  await userEvent.paste()
  await expect.element(page.getByRole('textbox', { name: 'Code' })).toHaveValue(entered)
  expect(changed).toHaveBeenLastCalledWith(entered)
})

/** Fails again at each press. */
function FailingForm() {
  const [attempt, setAttempt] = useState(1)
  return (
    <>
      <ErrorSummary
        title="À corriger"
        attempt={attempt}
        items={[{ fieldId: 'email', message: 'Saisissez votre adresse.' }]}
      />
      <TextField id="email" label="E-mail" />
      <button type="button" onClick={() => setAttempt(attempt + 1)}>
        Encore
      </button>
    </>
  )
}

test('an error summary takes the focus at each failed try, and leads to its fields', async () => {
  await show(<FailingForm />, signedIn)
  await expect.element(page.getByRole('alert')).toHaveFocus()
  await userEvent.click(page.getByRole('link', { name: 'Saisissez votre adresse.' }))
  await expect.element(page.getByRole('textbox', { name: 'E-mail' })).toHaveFocus()
  await userEvent.click(page.getByRole('button', { name: 'Encore' }))
  await expect.element(page.getByRole('alert')).toHaveFocus()
})

test('only errors interrupt whoever listens', async () => {
  await show(
    <>
      <Notice tone="error" title="Impossible" />
      <Notice tone="warning" title="Attention" />
    </>,
    signedIn,
  )
  await expect.element(page.getByRole('alert')).toHaveTextContent('Impossible')
  await expect.element(page.getByRole('status')).toHaveTextContent('Attention')
})

test.each([
  [false, 'Suivant'],
  [true, 'Enregistrement en cours…'],
])(
  'a button is as wide as its longer label (busy: %s), and says one of the two',
  async (busy, said) => {
    await show(
      <>
        <Button busy={busy} busyLabel="Enregistrement en cours…">
          Suivant
        </Button>
        <Button busy busyLabel="Enregistrement en cours…">
          Suivant
        </Button>
        <Button busy={busy}>Réessayer</Button>
        <Button>Réessayer</Button>
      </>,
      signedIn,
    )
    await expect.element(page.getByRole('button').first()).toHaveAccessibleName(said)
    const [one, other, plain, idle] = page
      .getByRole('button')
      .elements()
      .map((button) => button.getBoundingClientRect().width)
    expect(one).toBe(other)
    expect(plain).toBe(idle)
  },
)

test('the "?" of a new password covers nothing, and repeats nothing that the list says', async () => {
  const context = { username: 'marie.lambert' }
  await show(
    <NewPasswordField
      field={{ name: 'newPassword', onChange: vi.fn(), onBlur: vi.fn(), ref: vi.fn() }}
      label="Nouveau mot de passe"
      password={{ value: '', policy, context, remote: { kind: 'waiting' } }}
      problems={[]}
    />,
    signedIn,
  )
  const field = page.getByLabelText('Nouveau mot de passe', { exact: true })
  const help = page.getByRole('button', { name: 'Règles du mot de passe' })
  await expect.element(help).toHaveAttribute('aria-expanded', 'false')
  await userEvent.click(help)
  await expect.element(page.getByText(/derniers mots de passe/u)).toBeVisible()
  await expect.element(help).toHaveFocus()
  const { left, right, top, bottom } = field.element().getBoundingClientRect()
  const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  expect(field.element().contains(middle)).toBe(true)
  const sentences = page
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent.split(',')[0])
  expect(new Set(sentences).size).toBe(sentences.length)
  await userEvent.click(help)
  await expect.element(page.getByText(/derniers mots de passe/u)).not.toBeInTheDocument()
})

test('the steps say which is done and which is now', async () => {
  await show(<Stepper steps={['Sécurité', 'Vos données']} current={1} />, signedIn)
  await expect.element(page.getByRole('list')).toBeVisible()
  const [done, now] = page.getByRole('listitem').elements()
  expect(done?.textContent).toMatch(/Étape 1 de 2.*Sécurité.*terminée/)
  expect(done?.hasAttribute('aria-current')).toBe(false)
  expect(now?.textContent).toMatch(/Étape 2 de 2.*Vos données/)
  expect(now?.getAttribute('aria-current')).toBe('step')
})

describe('what opens over the page', () => {
  test('a dialog keeps its buttons in sight, however long it is and however low the window', async () => {
    await page.viewport(400, 320)
    await show(
      <Dialog open title="Modifié ailleurs" onClose={vi.fn()}>
        <p style={{ height: '2000px' }}>Beaucoup</p>
        <DialogActions>
          <Button>Enregistrer</Button>
        </DialogActions>
      </Dialog>,
      signedIn,
    )
    const button = page.getByRole('button', { name: 'Enregistrer' })
    await expect.element(button).toBeVisible()
    const { top, bottom } = button.element().getBoundingClientRect()
    expect(top).toBeGreaterThan(0)
    expect(bottom).toBeLessThanOrEqual(window.innerHeight)
    await page.viewport(1280, 900)
  })

  test('a menu is walked with arrows and letters', async () => {
    const chosen = vi.fn()
    const entryOf = (label: string) => ({ key: label, label, onSelect: () => void chosen(label) })
    await show(
      <Menu
        label="Menu"
        triggerClass={undefined}
        entries={['Début', 'Services', 'Aide'].map(entryOf)}
        choice={{
          label: 'Langue',
          value: 'fr',
          options: [
            { value: 'fr', label: 'Français', lang: 'fr' },
            { value: 'nl', label: 'Nederlands', lang: 'nl' },
          ],
          onChoose: chosen,
        }}
        last={entryOf('Déconnexion')}
      />,
      signedIn,
    )
    const menu = page.getByRole('button', { name: 'Menu' })
    await expect.element(menu).toBeVisible()
    focus(menu)
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('menuitem', { name: 'Début' })).toHaveFocus()
    await userEvent.keyboard('a')
    await expect.element(page.getByRole('menuitem', { name: 'Aide' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(chosen).toHaveBeenCalledWith('Aide')
    await userEvent.click(menu)
    await expect
      .element(page.getByRole('menuitemradio', { name: 'Français' }))
      .toHaveAttribute('aria-checked', 'true')
    await userEvent.click(page.getByRole('menuitemradio', { name: 'Nederlands' }))
    expect(chosen).toHaveBeenCalledWith('nl')
  })
})

test('choosing a language changes the page and is kept by main', async () => {
  scriptPortal({ 'app.setLanguage': () => ({ ok: true, data: {} }) })
  await show(<LanguageChooser />, signedIn)
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Langue' }), 'de')
  await expect.element(page.getByRole('combobox', { name: 'Sprache' })).toHaveValue('de')
  expect(callsOf('app.setLanguage')).toEqual([{ language: 'de' }])
})

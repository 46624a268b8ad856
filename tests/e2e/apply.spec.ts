/** Applying for a limit: decided while one watches; and without a network, sent once. */
import { chooseService, home, regular, signIn } from './support/flows.ts'
import { connection } from './support/offline-flows.ts'
import { application, describeApplication, openProducts } from './support/portfolio-flows.ts'
import { expect, test } from './support/test.ts'

const company = 'Boulangerie de la Lesse SRL'
const asked = { company, country: 'Belgique', amount: '25000' } as const

test('what is applied for is decided while one watches', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.fr)
  await describeApplication(page, say, asked)
  const { send, sent, follow, decided } = application(page, say)
  await send.click()
  await expect(sent).toBeVisible()
  await follow.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company)
  await expect(decided).toBeVisible({ timeout: 60_000 })
})

test('without a network it waits, survives a crash, and is sent once', async ({
  launch,
  faulty,
  say,
}) => {
  const first = await launch({ portalUrl: faulty.url })
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  await expect(home(first.page, say).alerts).toBeVisible()
  await openProducts(first.page, say)
  await expect(first.page.getByText('17386').first()).toBeVisible()
  await faulty.shut()
  await describeApplication(first.page, say, asked)
  const { send } = application(first.page, say)
  const keep = first.page.getByRole('button', { name: say('apply:check.keep') })
  await send.or(keep).dblclick()
  await expect(first.page.getByRole('heading', { name: say('apply:sent.waiting') })).toBeVisible()
  await first.kill()

  const { page } = await launch({ portalUrl: faulty.url })
  await connection(page, say).openSheet()
  await expect(connection(page, say).items).toHaveCount(1)
  await faulty.open()
  await connection(page, say).tryAgain.click()
  await expect(connection(page, say).nothingWaits).toBeVisible()
  await page.keyboard.press('Escape')
  await openProducts(page, say)
  await page.getByRole('link', { name: say('products:nav.applications') }).click()
  const rows = page.getByRole('link', { name: say('products:applications.on', { buyer: company }) })
  await expect(rows).toHaveCount(1)
})

test('many at once: rows are pasted, one is put right, and each is followed to its decision', async ({
  launch,
  say,
}) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.fr)
  await openProducts(page, say)
  await page.getByRole('link', { name: say('products:applySeveral') }).click()
  await page
    .getByLabel(say('batch:start.paste'))
    .fill(
      [
        'Acheteur\tPays\tPolice\tMontant\tDevise',
        'Boulangerie de la Lesse SRL\tBelgique\t17386\t25 000,00\tEUR',
        'Glaces de la Semois SA\tBelgique\t17386\tdouze mille\tEUR',
        '=HYPERLINK("x")\tFrance\t17386\t3500\tEUR',
      ].join('\n'),
    )
  await page.getByRole('button', { name: say('batch:start.read') }).click()
  await expect(page.getByRole('button', { name: say('batch:send', { count: 2 }) })).toBeVisible()
  const wrong = page.getByRole('row', { name: /Glaces de la Semois/u })
  await expect(wrong).toContainText('douze mille')
  await wrong.click()
  const row = page.getByRole('dialog')
  await row.getByLabel(say('batch:fields.amount'), { exact: true }).fill('12 000,00')
  await row.getByRole('button', { name: say('batch:row.save') }).click()
  await page.getByRole('button', { name: say('batch:send', { count: 3 }) }).click()
  const followed = page.getByRole('grid')
  await expect(followed.getByRole('row')).toHaveCount(4)
  await expect(followed).toContainText('=HYPERLINK("x")')
  await expect(followed).not.toContainText(say('batch:followed.statuses.waiting'))
  await expect(followed).not.toContainText(say('credit:status.pending'), { timeout: 60_000 })
})

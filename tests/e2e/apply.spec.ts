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
  await connection(page, say).chip.click()
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

/** Serv@Net's first page: what was read and ticked off stays so. */
import { chooseService, home, regular, signIn } from './support/flows.ts'
import { expect, test } from './support/test.ts'

test('a message that was read and an alert that was ticked off stay so after a restart', async ({
  launch,
  say,
}) => {
  const first = await launch()
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  const message = 'Un seul identifiant pour tous vos services'
  const alert = say('servnet:alerts.limit_reduced', { buyer: 'Horeca Sambre' })
  const tickName = say('alerts:handledLong', { alert })

  await expect(home(first.page, say).alerts).toBeVisible()
  await expect(
    first.page.getByText(say('servnet:sinceYesterday.messages', { count: 3 })),
  ).toBeVisible()
  await first.page.getByRole('button', { name: message }).click()
  await expect(
    first.page.getByText(say('servnet:sinceYesterday.messages', { count: 2 })),
  ).toBeVisible()
  await first.page.getByRole('checkbox', { name: tickName }).check()
  await expect(first.page.getByText(say('servnet:alerts.open', { count: 5 }))).toBeVisible()

  await first.page.getByRole('link', { name: alert }).click()
  await expect(first.page.getByRole('heading', { level: 1, name: alert })).toBeVisible()
  await expect(first.page.getByText(say('alerts:reasons.accounts_weak'))).toBeVisible()
  await expect(first.page.getByRole('checkbox', { name: tickName })).toBeChecked()
  await first.close()

  const { page } = await launch()
  await expect(page.getByText(say('servnet:sinceYesterday.messages', { count: 2 }))).toBeVisible()
  await expect(page.getByRole('link', { name: alert })).toBeHidden()
  await page.getByRole('link', { name: say('servnet:alerts.all') }).click()
  await expect(page.getByRole('checkbox', { name: tickName })).toBeChecked()
})

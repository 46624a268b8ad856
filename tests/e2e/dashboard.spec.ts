/** Insights: the guide's own screen on the real portal, and the rows behind one of its figures. */
import { chooseService, regular, signIn } from './support/flows.ts'
import { expect, test } from './support/test.ts'

test('the guide’s dashboard, figure for figure, and what makes it up', async ({ launch, say }) => {
  const { page } = await launch()
  await chooseService(page, say, 'insights')
  await signIn(page, say, regular.fr)
  await expect(page.getByRole('heading', { name: say('dashboard:title') })).toBeVisible()
  await page.getByLabel(say('dashboard:period.label')).selectOption('chosen')
  await page.getByLabel(say('dashboard:period.from'), { exact: true }).fill('2016-06-01')
  await page.getByLabel(say('dashboard:period.to'), { exact: true }).fill('2016-07-13')
  await page.getByRole('button', { name: say('dashboard:period.show'), exact: true }).click()

  const main = page.getByRole('main')
  await expect(main).toContainText('Situation actuelle (au 13 juillet 2016)')
  await expect(main).toContainText('Évolution (du 1er juin 2016 au 13 juillet 2016)')
  const figure = (name: 'risk-acceptance' | 'applications' | 'decisions') =>
    page.locator(`a[href^="/insights/figures/${name}"]`)
  await expect(figure('risk-acceptance')).toContainText(/^57\s%/u)
  await expect(figure('applications')).toContainText(/^1\b/u)
  await expect(figure('decisions')).toContainText(/^1\b/u)
  await expect(main).toContainText(say('dashboard:abr.spoken', { abr: 43 }))
  await expect(main.getByRole('row', { name: /DEDERT ICESTICKS B\.V\. 17386 43/u })).toBeVisible()
  await expect(main).toContainText(say('dashboard:noDeteriorations'))
  const zero = main.getByRole('link', { name: /^0\sEUR/u })
  // Three kinds of decisions in four bars, two of deductions, what waits, and what is told apart.
  await expect(zero).toHaveCount(9)

  await figure('risk-acceptance').click()
  const rows = page.getByRole('grid')
  await expect(rows.getByRole('row')).toHaveCount(3)
  await expect(rows).toContainText(/57\s%/u)
  await page.getByRole('link', { name: say('dashboard:rows.back') }).click()
  await expect(main).toContainText('Situation actuelle (au 13 juillet 2016)')
})

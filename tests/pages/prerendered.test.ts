import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { bareForm } from '../../scripts/bench/page-variants.ts'
import { languages } from '../../src/shared/languages.ts'
import { builtPages } from './support/open-page.ts'

const { open, folder } = builtPages('development')

const screens = [
  { name: 'services', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
] as const

const documents = languages.flatMap((language) =>
  screens.map((screen) => ({ language, ...screen })),
)

describe.each(documents)('the document $name in $language', ({ language, name, path }) => {
  it('is complete without any script', async () => {
    const { page } = await open(path, {
      language,
      context: { javaScriptEnabled: false },
      untilWired: false,
    })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    // A missing text would show as its key.
    expect(await page.locator('body').innerText()).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]\w*/)
  })

  it('carries nothing that the policy forbids', async () => {
    const html = await readFile(join(folder(), 'prerendered', language, `${name}.html`), 'utf8')
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<style/)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
    expect(html).not.toMatch(/\son\w+=/)
  })

  it('is hydrated without a difference and without a complaint', async () => {
    const { page, complaints } = await open(path, {
      language,
      // Marks the document's own nodes: a difference would make React draw new ones.
      prepare: (opened) =>
        opened.addInitScript(() => {
          document.addEventListener('readystatechange', () => {
            Object.assign(document.querySelector('h1') ?? {}, { ofDocument: true })
          })
        }),
    })
    expect(await page.locator('h1').evaluate((heading) => 'ofDocument' in heading)).toBe(true)
    expect(complaints).toEqual([])
  })
})

const fieldsOf = (page: Page) =>
  page.locator('form').evaluate((form: HTMLFormElement) =>
    [...form.querySelectorAll('input')].map(({ name, type, labels }) => ({
      name,
      type,
      label: labels?.[0]?.innerText,
    })),
  )

describe('the bare form that the bench holds the first paint against', () => {
  it('has the fields of the sign-in screen, and nothing that is fetched or drawn', async () => {
    const { page } = await open('/sign-in')
    const fields = await fieldsOf(page)
    await page.goto(pathToFileURL(bareForm).href)
    expect(await fieldsOf(page)).toEqual(fields)
    expect(await readFile(bareForm, 'utf8')).not.toMatch(/<(?:script|link|style|svg|img)|\sstyle=/)
  })
})

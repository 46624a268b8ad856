/** Help names buttons, menus and pages: each by the word that stands on it. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { languages, type Language } from '../../src/shared/languages.ts'
import { guide as french } from '../../src/shared/i18n/fr/guide.ts'

const quotes: Readonly<Record<Language, RegExp>> = {
  fr: /«\u202F(.+?)\u202F»/gu,
  nl: /‘(.+?)’/gu,
  en: /“(.+?)”/gu,
  de: /„(.+?)“/gu,
  es: /«(.+?)»/gu,
  it: /«(.+?)»/gu,
}

/** Every text of a language by the name of its file. */
async function cataloguesOf(language: Language): Promise<ReadonlyMap<string, unknown>> {
  const folder = new URL(`../../src/shared/i18n/${language}/`, import.meta.url)
  const modules = readdirSync(folder).map(async (file) => {
    const module: unknown = await import(new URL(file, folder).pathname)
    return [file, module] as const
  })
  return new Map(await Promise.all(modules))
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

const stepsSchema = z.object({ guide: z.object({ steps: z.record(z.string(), z.string()) }) })

/** How many steps each topic has. */
function counts(texts: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(texts).map(([topic, text]) => [topic, text.split('\n').length]),
  )
}

describe.each(languages)('help in %s', (language) => {
  it('quotes what stands on the screen, word for word', async () => {
    const catalogues = await cataloguesOf(language)
    const { steps } = stepsSchema.parse(catalogues.get('guide.ts')).guide
    const others = [...catalogues].filter(([file]) => file !== 'guide.ts')
    const known = new Set(others.flatMap(([, module]) => leavesOf(module)))
    const quoted = Object.values(steps).flatMap((text) =>
      [...text.matchAll(quotes[language])].map(([, words = '']) => words),
    )
    expect(quoted.length).toBeGreaterThan(10)
    expect(quoted.filter((words) => words !== '?' && !known.has(words))).toEqual([])
  })

  it('has as many steps for a topic as the French', async () => {
    const { steps } = stepsSchema.parse((await cataloguesOf(language)).get('guide.ts')).guide
    expect(counts(steps)).toEqual(counts(french.steps))
  })
})

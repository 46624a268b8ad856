/** A table whose columns are called as the app calls them is known, in each of its languages. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { batchColumns } from '../../../../src/main/services/servnet/batch/batch-columns.ts'
import { guessLedgerColumns } from '../../../../src/main/services/servnet/exposure/ledger-columns.ts'
import { languages } from '../../../../src/shared/languages.ts'
import { guessColumns } from '../../../../src/shared/tables/headers.ts'

const catalogueSchema = z.object({ fields: z.record(z.string(), z.string()) })

/** The app's words for the fields of a kind of table. */
async function wordsOf(language: string, namespace: 'batch' | 'exposure') {
  const module: unknown = await import(`../../../../src/shared/i18n/${language}/${namespace}.ts`)
  const catalogues = z.record(z.string(), z.unknown()).parse(module)
  return catalogueSchema.parse(catalogues[namespace]).fields
}

it.each(languages)('in %s', async (language) => {
  for (const [namespace, guess] of [
    ['batch', (header: readonly string[]) => guessColumns(header, batchColumns)],
    ['exposure', guessLedgerColumns],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- two of them
    const words = await wordsOf(language, namespace)
    expect(guess(Object.values(words)), namespace).toEqual(Object.keys(words))
    expect(Object.keys(words).length).toBeGreaterThan(5)
  }
})

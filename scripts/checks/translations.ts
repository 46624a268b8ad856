/**
 * Checks that every language says everything that French says, with the same placeholders, and
 * leaves nothing empty. The compiler sees missing keys; this sees what the compiler can't.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { languages } from '../../src/shared/languages.ts'
import { Failure, reportFailure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'

const catalogues = join(root, 'src', 'shared', 'i18n')
const source = 'fr'
/** i18next adds these to a key that depends on a number; languages differ in which they need. */
const plural = /_(?:zero|one|two|few|many|other)$/

type Texts = string | { readonly [key: string]: Texts }
const textsSchema: z.ZodType<Texts> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), textsSchema)]),
)

function flatten(texts: Texts, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof texts === 'string') return into.set(path, texts)
  for (const [key, inner] of Object.entries(texts)) flatten(inner, `${path}.${key}`, into)
  return into
}

async function readTexts(language: string, file: string): Promise<Map<string, string>> {
  const path = join(catalogues, language, file)
  if (!existsSync(path)) return new Map()
  const module: unknown = await import(pathToFileURL(path).href)
  return flatten(textsSchema.parse(module), `${language}/${file}`, new Map())
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\{[^}]*\}\}|<\/?\w+\/?>/g) ?? [])].toSorted().join(' ')
}

function compare(french: Map<string, string>, other: Map<string, string>, language: string) {
  const complaints: string[] = []
  for (const [path, text] of french) {
    const key = path.replace(`${source}/`, `${language}/`)
    const translated = other.get(key)
    if (translated === undefined) {
      if (!plural.test(path)) complaints.push(`${key} is missing`)
      continue
    }
    if (translated.trim() === '' && text.trim() !== '') complaints.push(`${key} is empty`)
    if (!plural.test(path) && placeholders(translated) !== placeholders(text)) {
      complaints.push(`${key} has other placeholders than French`)
    }
  }
  return complaints
}

const files = readdirSync(join(catalogues, source)).filter((file) => file.endsWith('.ts'))
const complaints = await Promise.all(
  files.flatMap((file) =>
    languages.map(async (language) =>
      compare(await readTexts(source, file), await readTexts(language, file), language),
    ),
  ),
)
const all = complaints.flat()
if (all.length > 0) {
  reportFailure(new Failure(`Texts:\n  ${all.join('\n  ')}`, 'Complete src/shared/i18n.'))
  process.exitCode = 1
} else {
  console.log(`${files.length} catalogues in ${languages.length} languages are complete.`)
}

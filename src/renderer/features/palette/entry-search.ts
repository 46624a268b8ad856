/** Pages and actions by the words of all six languages: one may know them from another one. */
import { palette as de } from '../../../shared/i18n/de/palette.ts'
import { palette as en } from '../../../shared/i18n/en/palette.ts'
import { palette as es } from '../../../shared/i18n/es/palette.ts'
import { palette as fr } from '../../../shared/i18n/fr/palette.ts'
import { palette as it } from '../../../shared/i18n/it/palette.ts'
import { palette as nl } from '../../../shared/i18n/nl/palette.ts'
import type { Texts } from '../../../shared/i18n/texts.ts'
import type { Language } from '../../../shared/languages.ts'
import { languageList, languageNames } from '../../common/i18n/languages.ts'
import { createSearch, type Search } from '../../ui/search-options.ts'
import type { PaletteEntry } from './entries.ts'

const texts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }

/** What an entry is called in `language`. */
export function entryLabel({ id, deed }: PaletteEntry, language: Language): string {
  const { entries, language: languageText } = texts[language]
  if (deed.kind === 'language') {
    return languageText.replace('{{name}}', languageNames[deed.language])
  }
  return isNamed(id, entries) ? entries[id] : id
}

function isNamed<Names extends object>(
  id: string,
  names: Names,
): id is Extract<keyof Names, string> {
  return Object.hasOwn(names, id)
}

/** Other words for it in `language`, as they stand in its catalogue with a comma between. */
function otherWords({ id, deed }: PaletteEntry, language: Language): readonly string[] {
  const { words } = texts[language]
  if (deed.kind === 'language') {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(deed.language)
    return [languageNames[deed.language], ...(name === undefined ? [] : [name])]
  }
  return isNamed(id, words) ? words[id].split(', ') : []
}

type Searched = {
  readonly entry: PaletteEntry
  readonly label: string
  readonly otherNames: readonly string[]
}

/** Finds among `offered`; what is called so in `language` comes before what is so elsewhere. */
export function createEntrySearch(
  offered: readonly PaletteEntry[],
  language: Language,
): (typed: string) => readonly PaletteEntry[] {
  const others = languageList.filter((one) => one !== language)
  const search: Search<Searched> = createSearch(
    offered.map((entry) => ({
      entry,
      label: entryLabel(entry, language),
      otherNames: [
        ...otherWords(entry, language),
        ...others.flatMap((one) => [entryLabel(entry, one), ...otherWords(entry, one)]),
      ],
    })),
  )
  return (typed) => search(typed).map(({ entry }) => entry)
}

/** What waits to be sent as a text that a person can read, and the Helpdesk can work from. */
import type { Edit, OutboxItem } from '../../shared/contract/offline/outbox.ts'
import { offline as de } from '../../shared/i18n/de/offline.ts'
import { offline as en } from '../../shared/i18n/en/offline.ts'
import { offline as es } from '../../shared/i18n/es/offline.ts'
import { offline as fr } from '../../shared/i18n/fr/offline.ts'
import { offline as it } from '../../shared/i18n/it/offline.ts'
import { offline as nl } from '../../shared/i18n/nl/offline.ts'
import type { Texts } from '../../shared/i18n/texts.ts'
import type { Language } from '../../shared/languages.ts'

const texts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }

/** The name of the list, which a file of it is called by. */
export function titleIn(language: Language): string {
  return texts[language].outbox.title
}

/**
 * The file's content: words in `language`, fields and values as the portal's contract has them.
 * @param at when it was made
 */
export function editsText(
  items: readonly OutboxItem[],
  { language, username, at }: { language: Language; username: string; at: Date },
): string {
  const head = [titleIn(language), username, at.toISOString()].join(' · ')
  const parts = items.map((item, index) => partOf(item, index + 1, language))
  return `${[head, ...parts].join('\n\n')}\n`
}

function partOf(item: OutboxItem, number: number, language: Language): string {
  const { edit, subject, state, queuedAt, error, theirs } = item
  const { kinds, states } = texts[language].outbox
  const isReopened = edit.kind === 'alertHandled' && !edit.handled
  const name = kinds[isReopened ? 'alertReopened' : edit.kind]
  return [
    `${number}. ${name}${subject === null ? '' : ` · ${subject}`}`,
    `   ${queuedAt} · ${states[state]}${error === null ? '' : ` (${error.code})`}`,
    ...fieldsOf(edit).map((field) => `   ${field}`),
    ...(theirs === null ? [] : [`   ≠ ${JSON.stringify(theirs)}`]),
  ].join('\n')
}

/** As the contract names them. */
function fieldsOf(edit: Edit): string[] {
  if (!('changes' in edit)) {
    const { kind: _, ...fields } = edit
    return Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  }
  const before = new Map<string, unknown>(Object.entries(edit.base))
  return Object.entries(edit.changes).map(
    ([field, value]) =>
      `${field}: ${JSON.stringify(before.get(field) ?? null)} → ${JSON.stringify(value)}`,
  )
}

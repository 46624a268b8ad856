/** An edit of the profile that waits in the outbox: in words, and the choice where both sides changed it. */
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Edit, OutboxItem } from '../../../../shared/contract/offline/outbox.ts'
import { pick } from '../../../../shared/identity/merge-edits.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import {
  personalFields,
  personalTypedSchema,
  preferenceFields,
  preferencesFormSchema,
  type PersonalValues,
  type PreferenceValues,
} from './profile-values.ts'
import { usePersonalWords, usePreferenceWords } from './value-words.ts'

type Field = { readonly label: string; readonly value: string }

/** Each field that the edit changes, and to what; nothing where its kind says it all. */
export function useEditedFields(edit: Edit): readonly Field[] {
  const { t } = useTranslation('profile')
  const personalWords = usePersonalWords()
  const preferenceWords = usePreferenceWords()
  if (edit.kind === 'personal') {
    const values = personalFrom(edit.changes)
    return fieldsIn(personalFields, edit.changes).map((field) => ({
      label: t(`personal.${field}`),
      value: personalWords(field, values),
    }))
  }
  if (edit.kind === 'preferences') {
    const values = preferencesFrom(edit.changes)
    return fieldsIn(preferenceFields, edit.changes).map((field) => ({
      label: t(`preferences.${field}`).replace(/\s*:$/u, ''),
      value: preferenceWords(field, values),
    }))
  }
  return []
}

type WaitingConflictProps = {
  /** In state `conflict`; null where there is nothing to choose. */
  readonly item: OutboxItem | null
  /** The fields in which the other's value is to stay. */
  readonly onChosen: (theirs: readonly string[]) => void
  readonly onClose: () => void
}

/** Field by field, as where two devices meet while one is typing. */
export function WaitingConflict({ item, ...actions }: WaitingConflictProps) {
  if (item?.edit.kind === 'preferences') {
    return <PreferencesConflict {...actions} item={item} changes={item.edit.changes} />
  }
  if (item?.edit.kind === 'personal') {
    return <PersonalConflict {...actions} item={item} changes={item.edit.changes} />
  }
  return null
}

type ConflictProps = WaitingConflictProps & { readonly item: OutboxItem; readonly changes: object }

function PersonalConflict({ item, changes, ...actions }: ConflictProps) {
  const { t } = useTranslation('profile')
  const wordsFor = usePersonalWords()
  const theirs = item.theirs ?? {}
  return (
    <ConflictDialog<PersonalValues>
      {...actions}
      conflict={{
        fields: fieldsIn(personalFields, theirs),
        mine: personalFrom(changes),
        theirs: { values: personalFrom(theirs) },
      }}
      labelOf={(field) => t(`personal.${field}`)}
      wordsFor={wordsFor}
    />
  )
}

function PreferencesConflict({ item, changes, ...actions }: ConflictProps) {
  const { t } = useTranslation('profile')
  const wordsFor = usePreferenceWords()
  const theirs = item.theirs ?? {}
  return (
    <ConflictDialog<PreferenceValues>
      {...actions}
      conflict={{
        fields: fieldsIn(preferenceFields, theirs),
        mine: preferencesFrom(changes),
        theirs: { values: preferencesFrom(theirs) },
      }}
      labelOf={(field) => t(`preferences.${field}`)}
      wordsFor={wordsFor}
    />
  )
}

function fieldsIn<Name extends string>(names: readonly Name[], values: object): readonly Name[] {
  return names.filter((name) => name in values)
}

/** As forms hold them. Nobody asks for the fields that are left out. */
const { shape: personal } = personalTypedSchema
const personalEditSchema = z.object({
  firstName: personal.firstName.catch(''),
  lastName: personal.lastName.catch(''),
  language: personal.language.catch('fr'),
})

/** What an edit changes, as the form holds it. */
export function editedPersonal(changes: object): Partial<PersonalValues> {
  return pick(personalFrom(changes), fieldsIn(personalFields, changes))
}

function personalFrom(values: object): PersonalValues {
  return personalEditSchema.parse(values)
}

const { shape: preferences } = preferencesFormSchema
const preferencesEditSchema = z.object({
  defaultSearchCountry: preferences.defaultSearchCountry.catch(''),
  servnetStartPage: preferences.servnetStartPage.catch('home'),
  currency: preferences.currency.catch('EUR'),
  alertsByEmail: preferences.alertsByEmail.catch(false),
})

/** What an edit changes, as the form holds it. */
export function editedPreferences(changes: object): Partial<PreferenceValues> {
  return pick(preferencesFrom(changes), fieldsIn(preferenceFields, changes))
}

function preferencesFrom(values: object): PreferenceValues {
  return preferencesEditSchema.parse(values)
}

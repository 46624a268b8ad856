import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { showEmailAddress } from '../../../../shared/rules/email-address.ts'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import { currencies, startPages } from '../../../../shared/contract/identity/preferences.ts'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { ComboboxField } from '../../../ui/combobox-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { useCountryOptions } from '../../../common/i18n/country-options.ts'
import { currencyName } from '../../../common/i18n/names.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import styles from './profile-form.module.css'
import type { PreferenceValues } from './profile-values.ts'
import { usePreferenceWords } from './value-words.ts'
import { SaveBar } from './save-bar.tsx'
import { editedPreferences } from './waiting-edit.tsx'
import { WaitingNotice } from './waiting-notice.tsx'
import { Section } from './section.tsx'
import type { ProfileEditing } from './use-profile-editing.ts'

type PreferencesSectionProps = {
  readonly part: ProfileEditing['preferences']
  /** Where alerts go, once it is confirmed. */
  readonly me: Pick<Me, 'email' | 'emailConfirmed'>
}

/** The guide's own screen: default country, first page, and "Sauvegarder". */
export function PreferencesSection({ part, me }: PreferencesSectionProps) {
  const { t } = useTranslation('profile')
  const { form, step } = part
  const language = useLanguage()
  const countries = useCountryOptions(t('preferences.everywhere'))
  const wordsFor = usePreferenceWords()
  const problemOf = (name: keyof PreferenceValues) => step.problemsOf(name)[0]
  return (
    <Section title={t('preferences.heading')} intro={t('preferences.intro')}>
      <StepForm mayWait step={step} className={styles['form']} onSubmit={() => void part.submit()}>
        <StepSummary {...step.summary} />
        <Controller
          control={form.control}
          name="defaultSearchCountry"
          render={({ field }) => (
            <ComboboxField
              {...field}
              id={field.name}
              label={t('preferences.defaultSearchCountry')}
              hint={t('preferences.countryHint')}
              error={problemOf('defaultSearchCountry')}
              options={countries}
              openLabel={t('preferences.showCountries')}
              emptyText={t('preferences.noCountry')}
            />
          )}
        />
        <SelectField
          {...form.register('servnetStartPage')}
          id="servnetStartPage"
          label={t('preferences.servnetStartPage')}
          hint={t('preferences.startPageHint')}
          error={problemOf('servnetStartPage')}
        >
          {startPages.map((page) => (
            <option key={page} value={page}>
              {t(`preferences.startPages.${page}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          {...form.register('currency')}
          id="currency"
          label={t('preferences.currency')}
          hint={t('preferences.currencyHint')}
          error={problemOf('currency')}
        >
          {currencies.map((currency) => (
            <option key={currency} value={currency}>
              {currencyName(language, currency)}
            </option>
          ))}
        </SelectField>
        <Checkbox
          {...form.register('alertsByEmail')}
          label={t('preferences.alertsByEmail')}
          hint={t(
            me.emailConfirmed ? 'preferences.alertsHint' : 'preferences.alertsHintUnconfirmed',
            { email: showEmailAddress(me.email) },
          )}
        />
        <WaitingNotice
          kind="preferences"
          onTakeUp={({ edit }) => part.takeUp(editedPreferences(edit.changes))}
        />
        <SaveBar {...part} busy={step.busy} waiting={step.waiting} onUndo={part.undo} />
      </StepForm>
      <ConflictDialog
        conflict={part.conflict}
        labelOf={(field) => t(`preferences.${field}`)}
        wordsFor={wordsFor}
        onChosen={(theirs) => void part.resolve(theirs)}
        onClose={part.leaveConflict}
      />
    </Section>
  )
}

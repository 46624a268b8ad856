import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../../shared/contract/identity/sessions.ts'
import styles from '../../../common/forms/form.module.css'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { useStep, type StepField } from '../../../common/forms/use-step.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { changeLanguage } from '../../../common/data/app-store.ts'
import {
  isLanguage,
  languageList,
  languageNames,
  useLanguage,
} from '../../../common/i18n/languages.ts'
import { callPortal } from '../../../common/data/portal.ts'
import type { PersonalDataForm } from './form-rules.ts'

type PersonalDataStepProps = {
  readonly form: UseFormReturn<PersonalDataForm>
  readonly onBack: () => void
  readonly onDone: (session: SessionView) => void
}

/** "Etape 2 de 2 - Vos données personnelles": completes the enrolment. */
export function PersonalDataStep({ form, onBack, onDone }: PersonalDataStepProps) {
  const { t } = useTranslation('enrolment')
  const language = useLanguage()
  const step = useStep(form, usePersonalDataFields())
  const problemOf = (name: StepField<PersonalDataForm>['name']) => step.problemsOf(name)[0]
  const save = form.handleSubmit(async ({ firstName = '', ...data }) => {
    const body = { ...data, language, ...(firstName.trim() !== '' && { firstName }) }
    const session = await step.send(() => callPortal('enrolment.savePersonalData', body))
    if (session !== null) onDone(session)
  })
  return (
    <StepForm step={step} className={styles['form']} onSubmit={() => void save()}>
      <StepSummary {...step.summary} />
      <section className={styles['section']} aria-labelledby="email-title">
        <div className={styles['sectionHead']}>
          <h3 id="email-title">{t('personalData.emailTitle')}</h3>
          <p>{t('personalData.emailIntro')}</p>
        </div>
        <TextField
          {...form.register('email', { deps: ['emailConfirmation'] })}
          id="email"
          type="email"
          label={t('personalData.email')}
          hint={t('personalData.emailHint')}
          error={problemOf('email')}
          autoComplete="email"
          spellCheck={false}
        />
        <TextField
          {...form.register('emailConfirmation')}
          id="emailConfirmation"
          type="email"
          label={t('personalData.emailConfirmation')}
          error={problemOf('emailConfirmation')}
          autoComplete="email"
          spellCheck={false}
        />
        <Checkbox {...form.register('alertsByEmail')} label={t('personalData.alertsByEmail')} />
      </section>
      <section className={styles['section']} aria-labelledby="identity-title">
        <div className={styles['sectionHead']}>
          <h3 id="identity-title">{t('personalData.identityTitle')}</h3>
        </div>
        <div className={styles['pair']}>
          <TextField
            {...form.register('firstName')}
            id="firstName"
            label={t('personalData.firstName')}
            optional
            error={problemOf('firstName')}
            autoComplete="given-name"
          />
          <TextField
            {...form.register('lastName')}
            id="lastName"
            label={t('personalData.lastName')}
            error={problemOf('lastName')}
            autoComplete="family-name"
          />
        </div>
        <LanguageField />
      </section>
      <ButtonRow>
        <Button
          type="submit"
          busy={step.busy}
          unavailable={step.waiting}
          busyLabel={t('personalData.saving')}
        >
          {t('personalData.next')}
        </Button>
        <Button variant="secondary" onClick={onBack}>
          {t('personalData.back')}
        </Button>
      </ButtonRow>
    </StepForm>
  )
}

/** The same choice as in the corner of the page, in force at once: one language, not two. */
function LanguageField() {
  const { t } = useTranslation('enrolment')
  const language = useLanguage()
  return (
    <SelectField
      id="language"
      label={t('personalData.language')}
      hint={t('personalData.languageHint')}
      value={language}
      onChange={({ target: { value } }) => {
        if (isLanguage(value)) void changeLanguage(value)
      }}
    >
      {languageList.map((code) => (
        <option key={code} value={code} lang={code}>
          {languageNames[code]}
        </option>
      ))}
    </SelectField>
  )
}

/** The step's fields in their order, for the summary. */
function usePersonalDataFields(): StepField<PersonalDataForm>[] {
  const { t } = useTranslation('enrolment')
  return [
    { name: 'email', label: t('personalData.email') },
    { name: 'emailConfirmation', label: t('personalData.emailConfirmation') },
    { name: 'firstName', label: t('personalData.firstName') },
    { name: 'lastName', label: t('personalData.lastName') },
  ]
}

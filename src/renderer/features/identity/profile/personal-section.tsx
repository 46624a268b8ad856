import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import formStyles from '../../../common/forms/form.module.css'
import { StepForm } from '../../../common/forms/step-form.tsx'
import { StepSummary } from '../../../common/forms/step-summary.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { languageList, languageNames } from '../../../common/i18n/languages.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { EmailBlock } from './email-block.tsx'
import type { EmailForm } from './email-form.ts'
import styles from './profile-form.module.css'
import type { PersonalValues } from './profile-values.ts'
import { usePersonalWords } from './value-words.ts'
import { SaveBar } from './save-bar.tsx'
import { editedPersonal } from './waiting-edit.tsx'
import { WaitingNotice } from './waiting-notice.tsx'
import { Block, Section } from './section.tsx'
import type { ProfileEditing } from './use-profile-editing.ts'

type PersonalSectionProps = {
  readonly part: ProfileEditing['personal']
  readonly emailForm: UseFormReturn<EmailForm>
  readonly me: Me
}

/** "Mettre à jour vos données personnelles": names and language, and the e-mail address. */
export function PersonalSection({ part, emailForm, me }: PersonalSectionProps) {
  const { t } = useTranslation('profile')
  const wordsFor = usePersonalWords()
  return (
    <Section title={t('personal.heading')} intro={t('personal.intro', { username: me.username })}>
      <Block id="name-title" title={t('personal.nameTitle')}>
        <PersonalForm part={part} />
      </Block>
      <EmailBlock form={emailForm} me={me} />
      <ConflictDialog
        conflict={part.conflict}
        labelOf={(field) => t(`personal.${field}`)}
        wordsFor={wordsFor}
        onChosen={(theirs) => void part.resolve(theirs)}
        onClose={part.leaveConflict}
      />
    </Section>
  )
}

function PersonalForm({ part }: Pick<PersonalSectionProps, 'part'>) {
  const { t } = useTranslation('profile')
  const { form, step } = part
  const problemOf = (name: keyof PersonalValues) => step.problemsOf(name)[0]
  return (
    <StepForm mayWait step={step} className={styles['form']} onSubmit={() => void part.submit()}>
      <StepSummary {...step.summary} />
      <div className={formStyles['pair']}>
        <TextField
          {...form.register('firstName')}
          id="firstName"
          label={t('personal.firstName')}
          error={problemOf('firstName')}
          autoComplete="given-name"
          optional
        />
        <TextField
          {...form.register('lastName')}
          id="lastName"
          label={t('personal.lastName')}
          error={problemOf('lastName')}
          autoComplete="family-name"
        />
      </div>
      <SelectField
        {...form.register('language')}
        id="language"
        label={t('personal.language')}
        hint={t('personal.languageHint')}
        error={problemOf('language')}
      >
        {languageList.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageNames[code]}
          </option>
        ))}
      </SelectField>
      <WaitingNotice
        kind="personal"
        onTakeUp={({ edit }) => part.takeUp(editedPersonal(edit.changes))}
      />
      <SaveBar {...part} busy={step.busy} waiting={step.waiting} onUndo={part.undo} />
    </StepForm>
  )
}

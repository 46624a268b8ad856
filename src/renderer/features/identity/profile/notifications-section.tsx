import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import {
  notificationKinds,
  timeOfDaySchema,
  type NotificationSettings,
} from '../../../../shared/contract/app/notifications.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import { notificationsQuery } from '../../../common/data/queries.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { FailureNotice, LoadFailure } from '../../../common/frames/load-failure.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './profile-form.module.css'
import { Section } from './section.tsx'

/** What the system shows while one works elsewhere, and the hours in which it does not. */
export function NotificationsSection() {
  const { t } = useTranslation('notification-settings')
  const { data, error, refetch, isFetching } = useQuery(notificationsQuery)
  return (
    <Section title={t('heading')} intro={t('intro')}>
      {data !== undefined && <NotificationsForm settings={data} />}
      {data === undefined && error === null && <Loading text={t('heading')} />}
      {data === undefined && error !== null && (
        <LoadFailure
          means="nothingKept"
          error={error.error}
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
    </Section>
  )
}

type Outcome = { readonly kind: 'saved' } | { readonly kind: 'failed'; readonly error: AppError }

function NotificationsForm({ settings }: { readonly settings: NotificationSettings }) {
  const { t } = useTranslation('notification-settings')
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const form = useForm<NotificationSettings>({ defaultValues: settings, mode: 'onTouched' })
  const { errors, isDirty, isSubmitting } = form.formState
  const isOn = useWatch({ control: form.control, name: 'quiet.isOn' })
  const save = form.handleSubmit(async (values) => {
    const result = await callPortal('notifications.save', {
      ...values,
      // What is not shown is not changed either.
      quiet: values.quiet.isOn ? values.quiet : { ...settings.quiet, isOn: false },
    })
    if (!result.ok) return setOutcome({ kind: 'failed', error: result.error })
    queryClient.setQueryData(notificationsQuery.queryKey, result.data)
    form.reset(result.data)
    setOutcome({ kind: 'saved' })
  })
  const isTime = (text: string) => timeOfDaySchema.safeParse(text).success || t('time')
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        setOutcome(null)
        void save(event)
      }}
    >
      {outcome?.kind === 'saved' && !isDirty && <Notice tone="success">{t('saved')}</Notice>}
      {outcome?.kind === 'failed' && <FailureNotice error={outcome.error} />}
      <fieldset className={styles['choice']}>
        <legend>{t('kinds')}</legend>
        {notificationKinds.map((kind) => (
          <Checkbox key={kind} {...form.register(`kinds.${kind}`)} label={t(kind)} />
        ))}
      </fieldset>
      <fieldset className={styles['choice']}>
        <legend>{t('quiet')}</legend>
        <Checkbox {...form.register('quiet.isOn')} label={t('isOn')} hint={t('isOnHint')} />
        {isOn && (
          <>
            <div className={styles['times']}>
              <TextField
                {...form.register('quiet.from', { validate: isTime })}
                id="quiet-from"
                type="time"
                label={t('from')}
                error={errors.quiet?.from?.message}
              />
              <TextField
                {...form.register('quiet.to', {
                  validate: {
                    isTime,
                    isOther: (to, { quiet }) => to !== quiet.from || t('same'),
                  },
                })}
                id="quiet-to"
                type="time"
                label={t('to')}
                error={errors.quiet?.to?.message}
              />
            </div>
            <Checkbox {...form.register('quiet.weekends')} label={t('weekends')} />
          </>
        )}
      </fieldset>
      <p>{t('system')}</p>
      <ButtonRow>
        <Button type="submit" variant={isDirty ? 'primary' : 'ink'} busy={isSubmitting}>
          {t('save')}
        </Button>
      </ButtonRow>
    </form>
  )
}

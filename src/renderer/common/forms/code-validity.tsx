import { useTranslation } from 'react-i18next'
import { formatMoment, formatTime, isSameDay } from '../i18n/format.ts'
import { useCountdown } from '../../ui/clock.ts'
import { WarningIcon } from '../../ui/icons.tsx'
import { useLanguage } from '../i18n/languages.ts'
import styles from './code-validity.module.css'

/**
 * Until when a code can be entered, and that it is over as soon as it is, which is read out.
 * @param until in milliseconds since the epoch, by this computer's clock
 */
export function CodeValidity({ until }: { readonly until: number }) {
  const { t } = useTranslation('forms')
  const language = useLanguage()
  const left = useCountdown(until)
  const isOver = left === 0
  const end = isSameDay(until, until - left * 1000)
    ? t('code.validUntil', { time: formatTime(language, until) })
    : t('code.validUntilDay', { moment: formatMoment(language, new Date(until).toISOString()) })
  return (
    <div className={styles['validity']}>
      {!isOver && <p>{end}</p>}
      <output className={styles['over']}>
        {isOver && (
          <>
            <WarningIcon size={18} />
            {t('code.over')}
          </>
        )}
      </output>
    </div>
  )
}

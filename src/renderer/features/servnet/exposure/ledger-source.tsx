import { useTranslation } from 'react-i18next'
import type { ExposureView } from '../../../../shared/contract/servnet/exposure.ts'
import { formatReportDay } from '../../../common/credit/figure-formats.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { momentParts } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { ForgetTable, SheetChoice } from '../../../common/tables/table-source.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { Spinner } from '../../../ui/icons.tsx'
import { CalendarOutcome, useCalendarFile } from './calendar-file.tsx'
import styles from './exposure.module.css'
import type { Exposure } from './use-exposure.ts'

type LedgerSourceProps = { readonly exposure: Exposure; readonly view: ExposureView }

/** As at which day, from which file; another one, its days as a file, and the way to be rid of it. */
export function LedgerSource({ exposure, view }: LedgerSourceProps) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  const calendar = useCalendarFile(null)
  const { day, ...moment } = momentParts(language, view.openedAt, useNow())
  return (
    <div className={styles['source']}>
      <div className={styles['from']}>
        <p>
          <strong className={styles['asOf']}>
            {t('source.asOf', { date: formatReportDay(language, view.asOf) })}
          </strong>
        </p>
        <p className={styles['quiet']}>
          <bdi className={styles['file']}>{view.file}</bdi> · {t(`source.opened.${day}`, moment)} ·{' '}
          {t('source.lines', {
            count: view.lines,
            lines: formatTotal(language, view.lines),
          })}
        </p>
        <SheetChoice view={view} onChange={exposure.change} />
      </div>
      <ButtonRow>
        {view.totals !== null && (
          <Button
            variant="secondary"
            busy={calendar.outcome.kind === 'busy'}
            onClick={calendar.save}
          >
            {t('calendar.all')}
          </Button>
        )}
        <Button
          variant="secondary"
          busy={exposure.busy === 'opening'}
          busyLabel={t('start.reading')}
          onClick={exposure.open}
        >
          {t('source.another')}
        </Button>
        <ForgetTable
          words={{
            forget: t('remove'),
            title: t('removeTitle'),
            text: t('removeText'),
            keep: t('keep'),
          }}
          onForget={exposure.remove}
        />
      </ButtonRow>
      <CalendarOutcome outcome={calendar.outcome} />
      <output className={styles['outcome']}>
        {exposure.busy === 'changing' && (
          <>
            <Spinner /> {t('source.computing')}
          </>
        )}
      </output>
    </div>
  )
}

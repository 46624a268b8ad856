import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { BatchRowView, BatchView } from '../../../../shared/contract/servnet/batch.ts'
import { useIsOffline } from '../../../common/data/portal-status.ts'
import { momentParts } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { batchPath } from '../../../common/navigation/navigation.ts'
import { ForgetTable, SheetChoice } from '../../../common/tables/table-source.tsx'
import { TableQuestions } from '../../../common/tables/table-questions.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { useNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { BatchColumns } from './batch-columns.tsx'
import { RowDialog } from './row-dialog.tsx'
import { BatchRows } from './batch-rows.tsx'
import styles from './batch.module.css'
import type { Batch } from './use-batch.ts'

type BatchTableProps = { readonly batch: Batch; readonly view: BatchView }

/** A table that is being prepared: what its columns are, what is to be answered, its rows, and sending. */
export function BatchTable({ batch, view }: BatchTableProps) {
  const { t } = useTranslation(['batch', 'tables'])
  const [opened, setOpened] = useState<BatchRowView | null>(null)
  return (
    <div className={styles['table']}>
      <Source batch={batch} view={view} />
      {view.isMixed && <Notice tone="warning">{t('tables:source.mixed')}</Notice>}
      {view.broken.length > 0 && (
        <Notice tone="warning">
          {t('tables:source.broken', { places: view.broken.join(', ') })}
        </Notice>
      )}
      {view.questions.length > 0 && (
        <TableQuestions
          title={t('questions.title')}
          questions={view.questions}
          onAnswer={batch.change}
        />
      )}
      <BatchColumns view={view} onChange={batch.change} />
      <BatchRows view={view} onOpen={setOpened} />
      <Sending batch={batch} view={view} />
      {opened !== null && (
        <RowDialog
          key={opened.key}
          row={view.rows.find(({ key }) => key === opened.key) ?? opened}
          onChange={batch.change}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}

/** Where it comes from, since when it is kept, and the way to be rid of it. */
function Source({ batch, view }: BatchTableProps) {
  const { t } = useTranslation(['batch', 'apply'])
  const language = useLanguage()
  const { day, ...moment } = momentParts(language, view.savedAt, useNow())
  const { source } = view
  return (
    <div className={styles['source']}>
      <p>
        <strong>
          {source.kind === 'file' ? t('source.file', { name: source.name }) : t('source.pasted')}
        </strong>
        <span className={styles['quiet']}>{t(`apply:kept.${day}`, moment)}</span>
      </p>
      <SheetChoice view={view} onChange={batch.change} />
      <ForgetTable
        words={{
          forget: t('discard'),
          title: t('discardTitle'),
          text: t('discardText'),
          keep: t('keep'),
        }}
        onForget={batch.discard}
      />
    </div>
  )
}

/** The one action: what is ready goes, what is wrong stays here. */
function Sending({ batch, view }: BatchTableProps) {
  const { t } = useTranslation('batch')
  const [, navigate] = useLocation()
  const isOffline = useIsOffline()
  const ready = view.rows.filter(({ state }) => state === 'ready').length
  const wrong = view.rows.filter(({ state }) => state === 'wrong').length
  const send = async () => {
    const sent = await batch.send()
    if (sent !== null) navigate(batchPath(sent.id))
  }
  return (
    <div className={styles['sending']}>
      {isOffline && <p className={styles['quiet']}>{t('offline')}</p>}
      <ButtonRow>
        <Button busy={batch.busy} unavailable={ready === 0} onClick={() => void send()}>
          {t('send', { count: ready })}
        </Button>
      </ButtonRow>
      <output className={styles['quiet']}>
        {ready === 0 && t('sendNone')}
        {ready > 0 && wrong > 0 && t('stays', { count: wrong })}
      </output>
    </div>
  )
}

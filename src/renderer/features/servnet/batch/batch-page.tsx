import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Content } from '../../../common/frames/content.tsx'
import { FailureNotice, LoadFailure } from '../../../common/frames/load-failure.tsx'
import { formatDay } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { batchPath } from '../../../common/navigation/navigation.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { batchesQuery } from '../api.ts'
import { ProductsNav } from '../products-nav.tsx'
import { BatchTable } from './batch-table.tsx'
import styles from './batch.module.css'
import { useBatch, type Batch } from './use-batch.ts'

/** Many applications at once: a table is pasted or opened, put right, and sent. */
export function BatchPage() {
  const { t } = useTranslation('batch')
  const { draft, batch } = useBatch()
  const title = t('title')
  return (
    <Content width="full">
      <div className={styles['page']}>
        <PageHeading title={title}>{title}</PageHeading>
        <ProductsNav />
        {draft.error !== null && (
          <LoadFailure
            means="nothingKept"
            error={draft.error.error}
            busy={draft.isFetching}
            onRetry={() => void draft.refetch()}
          />
        )}
        {batch.error !== null && <FailureNotice error={batch.error} />}
        {draft.isPending && <Loading text={t('loading')} />}
        {draft.data !== undefined &&
          (batch.view === null ? (
            <BatchStart batch={batch} />
          ) : (
            <BatchTable batch={batch} view={batch.view} />
          ))}
      </div>
    </Content>
  )
}

/** Where nothing is being prepared: the two ways in, and what was sent before. */
function BatchStart({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  return (
    <div className={styles['start']}>
      <p className={styles['intro']}>{t('start.intro')}</p>
      <div className={styles['paste']}>
        <label htmlFor="paste">{t('start.paste')}</label>
        <p id="paste-hint" className={styles['quiet']}>
          {t('start.pasteHint')}
        </p>
        <textarea
          id="paste"
          rows={8}
          dir="auto"
          spellCheck={false}
          wrap="off"
          aria-describedby="paste-hint"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <ButtonRow>
        <Button
          variant={isEmpty ? 'secondary' : 'primary'}
          busy={batch.busy}
          busyLabel={t('start.reading')}
          unavailable={isEmpty}
          onClick={() => batch.paste(text)}
        >
          {t('start.read')}
        </Button>
        <Button
          variant={isEmpty ? 'primary' : 'secondary'}
          unavailable={batch.busy}
          onClick={batch.open}
        >
          {t('start.open')}
        </Button>
      </ButtonRow>
      <FormerBatches />
    </div>
  )
}

function FormerBatches() {
  const { t } = useTranslation('batch')
  const language = useLanguage()
  const { data } = useQuery(batchesQuery)
  if (data === undefined || data.batches.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="former-batches">
      <h2 id="former-batches">{t('former.title')}</h2>
      <ul className={styles['former']}>
        {data.batches.map(({ id, madeAt, size, sent }) => (
          <li key={id}>
            <Link href={batchPath(id)}>
              {t('followed.title', { date: formatDay(language, madeAt) })}
            </Link>
            <span className={styles['quiet']}>
              {t('former.size', { count: size })} · {t('followed.progress', { sent, size })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { languageSchema } from '../../../shared/contract/common.ts'
import {
  documentTopics,
  documentTopicSchema,
  type DocumentTopic,
  type PartnerDocument,
} from '../../../shared/contract/partners/documents.ts'
import {
  answersSearch,
  documentSearchTextOf,
  searchQuestionOf,
} from '../../../shared/credit/search-text.ts'
import type { Language } from '../../../shared/languages.ts'
import { formatTotal } from '../../common/credit/list-formats.ts'
import { partnerDocumentsQuery } from '../../common/credit/queries.ts'
import { useListFilters } from '../../common/credit/use-list-filters.ts'
import { Content } from '../../common/frames/content.tsx'
import { FailureNotice, LoadFailure } from '../../common/frames/load-failure.tsx'
import { languageNames, useLanguage } from '../../common/i18n/languages.ts'
import { AsAt } from '../../common/offline/as-at.tsx'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { CheckIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { DocumentRow } from './document-row.tsx'
import styles from './documents.module.css'
import { useDocumentFile } from './use-document-file.ts'

const filtersSchema = z.object({
  q: z.string().max(200).optional(),
  topic: documentTopicSchema.optional(),
  language: languageSchema.optional(),
})

/** What the insurer publishes for brokers, by topic: to open, to save, to hand on. */
export function DocumentsPage() {
  const { t } = useTranslation('partners')
  const { data, error, isFetching, refetch } = useQuery(partnerDocumentsQuery)
  const title = t('documents.title')
  return (
    <Content>
      <div className={styles['page']}>
        <PageHeading title={title} takesFocus={false}>
          {title}
        </PageHeading>
        {data !== undefined ? (
          <>
            <AsAt freshness={data.freshness} />
            <Documents documents={data.documents} isWhole={data.isWhole} />
          </>
        ) : error === null ? (
          <Loading text={t('documents.loading')} />
        ) : (
          <LoadFailure
            means="nothingKept"
            error={error.error}
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
      </div>
    </Content>
  )
}

type DocumentsProps = {
  readonly documents: readonly PartnerDocument[]
  readonly isWhole: boolean
}

function Documents({ documents, isWhole }: DocumentsProps) {
  const { t } = useTranslation(['partners', 'buyers'])
  const language = useLanguage()
  const { filters, change } = useListFilters('documents', filtersSchema, null)
  const { q: typed = '', topic, language: written } = filters
  const found = useMemo(() => narrowed(documents, filters), [documents, filters])
  const files = useDocumentFile()
  const total = formatTotal(language, documents.length)
  const isNarrowed = found.length !== documents.length
  return (
    <>
      <div className={styles['bar']}>
        <SearchInput
          label={t('documents.search')}
          typed={typed}
          onType={(q) => change({ ...filters, q }, true)}
          takesFocus
          onDown={() => document.querySelector<HTMLElement>('#documents button')?.focus()}
        />
        <FilterSelect
          label={t('documents.language')}
          all={t('buyers:filters.allFeminine')}
          takeLabel={t('buyers:filters.take', { filter: t('documents.language') })}
          value={written ?? null}
          options={languagesOf(documents).map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) =>
            change({ ...filters, language: languagesOf(documents).find((one) => one === value) })
          }
        />
      </div>
      <Chips
        name="topic"
        legend={t('documents.topic')}
        chips={[
          { value: 'all', label: t('documents.allTopics') },
          ...documentTopics.map((value) => ({ value, label: t(`documents.topics.${value}`) })),
        ]}
        value={topic ?? 'all'}
        onChoose={(value) => change({ ...filters, topic: value === 'all' ? undefined : value })}
      />
      <output className={styles['count']}>
        <strong>
          {isNarrowed
            ? t('buyers:count.some', { found: formatTotal(language, found.length), total })
            : t('documents.count', { count: documents.length, total })}
        </strong>
        {!isWhole && <span>{t('buyers:count.arriving', { kept: total })}</span>}
      </output>
      <output className={styles['outcome']}>
        {files.saved !== null && (
          <>
            <CheckIcon size={18} />
            <span>{t('documents.saved', { name: files.saved })}</span>
          </>
        )}
      </output>
      {files.error !== null && <FailureNotice error={files.error} />}
      {found.length === 0 && (
        <div className={styles['empty']}>
          <p>
            {documents.length === 0
              ? t('documents.none')
              : typed.trim() === ''
                ? t('documents.noneHere')
                : t('documents.notFound', { name: typed.trim() })}
          </p>
          {isNarrowed && (
            <Button variant="secondary" onClick={() => change({})}>
              {t('documents.showAll')}
            </Button>
          )}
        </div>
      )}
      <div className={styles['topics']} id="documents">
        {documentTopics.map((one) => (
          <Topic
            key={one}
            topic={one}
            documents={found.filter((document) => document.topic === one)}
            files={files}
          />
        ))}
      </div>
    </>
  )
}

type TopicProps = {
  readonly topic: DocumentTopic
  readonly documents: readonly PartnerDocument[]
  readonly files: ReturnType<typeof useDocumentFile>
}

function Topic({ topic, documents, files }: TopicProps) {
  const { t } = useTranslation('partners')
  if (documents.length === 0) return null
  return (
    <section aria-labelledby={`topic-${topic}`}>
      <h2 className={styles['topic']} id={`topic-${topic}`}>
        {t(`documents.topics.${topic}`)}
      </h2>
      <ul className={styles['documents']}>
        {documents.map((one) => (
          <DocumentRow key={one.id} document={one} files={files} />
        ))}
      </ul>
    </section>
  )
}

type Filters = z.output<typeof filtersSchema>

/** As the portal narrows them, in its order. */
function narrowed(
  documents: readonly PartnerDocument[],
  { q = '', topic, language }: Filters,
): readonly PartnerDocument[] {
  const question = searchQuestionOf(q)
  return documents.filter(
    (one) =>
      (topic === undefined || one.topic === topic) &&
      (language === undefined || one.language === language) &&
      answersSearch(documentSearchTextOf(one), question),
  )
}

function languagesOf(documents: readonly PartnerDocument[]): readonly Language[] {
  return [...new Set(documents.map(({ language }) => language))].toSorted()
}

import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import { topicFrom, topics, type Topic } from '../../common/help/topics.ts'
import { useTopicSearch } from '../../common/help/use-topic-search.ts'
import { SearchInput } from '../../ui/search-input.tsx'
import styles from './guide.module.css'

const groups = ['account', 'work', 'app'] as const

/** How each thing is done, step by step: found as one types, and first what is said of the page one was on. */
export function Guide() {
  const { t } = useTranslation('guide')
  const search = useSearch()
  const here = useMemo(() => topicFrom(new URLSearchParams(search)), [search])
  const [typed, setTyped] = useState('')
  const find = useTopicSearch(true)
  const list = useRef<HTMLDivElement>(null)
  const found = typed.trim() === '' ? null : find(typed)
  return (
    <div className={styles['guide']}>
      <SearchInput
        label={t('search')}
        typed={typed}
        onType={setTyped}
        takesFocus={false}
        onDown={() => list.current?.querySelector('summary')?.focus()}
      />
      <output className={styles['count']}>
        {found !== null && (found.length === 0 ? t('none') : t('count', { count: found.length }))}
      </output>
      <div ref={list} className={styles['groups']}>
        {found !== null ? (
          <Topics topics={found} areOpen={found.length === 1} />
        ) : (
          <>
            {here !== null && <Group title={t('here')} topics={[here]} areOpen />}
            {groups.map((group) => (
              <Group
                key={group}
                title={t(`groups.${group}`)}
                topics={topics.filter((one) => one.group === group && one !== here)}
              />
            ))}
          </>
        )}
      </div>
    </div>
  )
}

type TopicsProps = { readonly topics: readonly Topic[]; readonly areOpen?: boolean }

function Group({ title, ...own }: TopicsProps & { readonly title: string }) {
  return (
    <section className={styles['group']}>
      <h2>{title}</h2>
      <Topics {...own} />
    </section>
  )
}

function Topics({ topics: shown, areOpen = false }: TopicsProps) {
  const { t } = useTranslation('guide')
  return shown.map(({ id, group }) => (
    <details key={`${id} ${areOpen}`} className={styles['topic']} open={areOpen}>
      <summary>{t(`topics.${id}`)}</summary>
      <ol className={styles[group === 'account' ? 'steps' : 'points']}>
        {t(`steps.${id}`)
          .split('\n')
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
    </details>
  ))
}

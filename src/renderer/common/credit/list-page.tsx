import type { ReactNode } from 'react'
import { Content } from '../frames/content.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { ListView } from '../../../shared/contract/credit/routes.ts'
import { LongList, type LongListProps } from './long-list.tsx'
import styles from './list-page.module.css'

type ListPageProps<Row> = Omit<LongListProps<Row>, 'label' | 'takesFocus' | 'view' | 'onView'> & {
  readonly title: string
  /** Beneath the title: the way to the lists beside this one. */
  readonly nav?: ReactNode
  readonly view: ListView
  readonly onView: (changes: Partial<ListView>) => void
}

/** A page that is a long list, with what narrows, orders and saves it. */
export function ListPage<Row>({ title, nav, ...list }: ListPageProps<Row>) {
  return (
    <Content width="full">
      <div className={styles['page']}>
        <PageHeading title={title} takesFocus={false}>
          {title}
        </PageHeading>
        {nav}
        <LongList label={title} takesFocus {...list} />
      </div>
    </Content>
  )
}

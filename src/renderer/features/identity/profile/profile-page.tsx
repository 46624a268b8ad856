import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Content } from '../../../common/frames/content.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { profileQuery } from '../../../common/data/queries.ts'
import { ProfileEditor } from './profile-editor.tsx'
import styles from './profile.module.css'
import { SectionNav } from './section-nav.tsx'

/** "Profil de l'utilisateur": preferences, personal data and security, each a section of its own. */
export function ProfilePage() {
  const { t } = useTranslation('profile')
  return (
    <Content>
      <div className={styles['page']}>
        <div className={styles['side']}>
          <PageHeading title={t('title')}>{t('title')}</PageHeading>
          <SectionNav />
        </div>
        <div className={styles['main']}>
          <Profile />
        </div>
      </div>
    </Content>
  )
}

function Profile() {
  const { t } = useTranslation('profile')
  const { data, error, refetch, isFetching } = useQuery(profileQuery)
  if (data !== undefined) return <ProfileEditor profile={data} />
  if (error !== null) {
    return (
      <LoadFailure
        means="nothingKept"
        error={error.error}
        busy={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  return <Loading text={t('loading')} />
}

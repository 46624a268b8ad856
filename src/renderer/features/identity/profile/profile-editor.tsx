import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch, useLocation } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { AsAt } from '../../../common/offline/as-at.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { LockSection } from './lock-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { PersonalSection } from './personal-section.tsx'
import { PreferencesSection } from './preferences-section.tsx'
import styles from './profile.module.css'
import { QuestionsSection } from './questions-section.tsx'
import { RehearsalSection } from './rehearsal-section.tsx'
import { SecuritySection } from './security-section.tsx'
import { useProfileEditing, type Profile } from './use-profile-editing.ts'

/** The sections, and what is said above all of them. */
export function ProfileEditor({ profile }: { readonly profile: Profile }) {
  const editing = useProfileEditing(profile)
  const { freshness, me } = profile
  const main = useSectionFocus()
  return (
    <div ref={main} className={styles['editor']} onBlur={editing.flush}>
      <AsAt freshness={freshness} />
      {editing.restored && <Kept onDiscard={editing.discard} />}
      {editing.dirty && !editing.kept && <NotKept />}
      <Switch>
        <Route path={paths.profile}>
          <PreferencesSection part={editing.preferences} me={me.current} />
        </Route>
        <Route path={paths.profilePersonal}>
          <PersonalSection part={editing.personal} emailForm={editing.email} me={me.current} />
        </Route>
        <Route path={paths.profilePassword}>
          <PasswordSection me={me.current} />
        </Route>
        <Route path={paths.profileQuestions}>
          <QuestionsSection me={me.current} />
        </Route>
        <Route path={paths.profileRehearsal}>
          <RehearsalSection />
        </Route>
        <Route path={paths.profileNotifications}>
          <NotificationsSection />
        </Route>
        <Route path={paths.profileLock}>
          <LockSection />
        </Route>
        <Route>
          <SecuritySection me={me.current} />
        </Route>
      </Switch>
      <LeaveDialog editing={editing} />
    </div>
  )
}

/** Each section one comes to begins at its heading, for the eye and for the screen reader. */
function useSectionFocus() {
  const main = useRef<HTMLDivElement>(null)
  const [path] = useLocation()
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    main.current?.querySelector('h2')?.focus()
    window.scrollTo({ top: 0 })
  }, [path])
  return main
}

function Kept({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useTranslation('profile')
  return (
    <Notice
      title={t('kept.title')}
      action={
        <Button variant="quiet" onClick={onDiscard}>
          {t('kept.discard')}
        </Button>
      }
    >
      {t('kept.text')}
    </Notice>
  )
}

/** Where there is no keychain, or no room on the disk. */
function NotKept() {
  const { t } = useTranslation('profile')
  return <Notice tone="warning">{t('notKept')}</Notice>
}

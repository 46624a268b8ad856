import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import { ChangePasswordForm } from '../../../common/passwords/change-password-form.tsx'
import { buttonClass, ButtonRow } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { setSession } from '../../../common/data/app-store.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { BackToSecurity, Section } from './section.tsx'
import styles from './profile-form.module.css'
import { Expiry } from './security-section.tsx'
import { useFocusAfter } from '../../../ui/keep-focus.ts'

/** A new password, in place of the present one. */
export function PasswordSection({ me }: { readonly me: Me }) {
  const { t } = useTranslation('profile')
  const queryClient = useQueryClient()
  const { username, email, firstName, lastName } = me
  const context = useMemo(
    () => ({
      username,
      email,
      names: [firstName ?? '', lastName].filter((name) => name !== ''),
    }),
    [username, email, firstName, lastName],
  )
  const [changed, setChanged] = useState<RouteOutput<'security.changePassword'> | null>(null)
  useFocusAfter(changed, 'section-title')
  return (
    <Section title={t('password.change')} intro={<Expiry expiresAt={me.passwordExpiresAt} />}>
      {changed === null ? (
        <div className={styles['form']}>
          <ChangePasswordForm
            context={context}
            actions={
              <Link className={buttonClass('secondary')} href={paths.profileSecurity}>
                {t('password.cancel')}
              </Link>
            }
            onDone={(outcome) => {
              setChanged(outcome)
              setSession(outcome.session)
              void queryClient.invalidateQueries({ queryKey: profileQuery.queryKey })
            }}
          />
        </div>
      ) : (
        <>
          <Notice tone="success" title={t('password.changed')}>
            {changed.endedSessions > 0
              ? t('password.ended', { count: changed.endedSessions })
              : undefined}
          </Notice>
          <ButtonRow>
            <BackToSecurity />
          </ButtonRow>
        </>
      )}
    </Section>
  )
}

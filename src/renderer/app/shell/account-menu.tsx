import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { changeLanguage, useAppPart } from '../../common/data/app-store.ts'
import {
  isLanguage,
  languageList,
  languageNames,
  useLanguage,
} from '../../common/i18n/languages.ts'
import { paths } from '../../common/navigation/navigation.ts'
import { useSignOut } from '../../common/navigation/sign-out.ts'
import { callPortal } from '../../common/data/portal.ts'
import { lockQuery } from '../../common/data/queries.ts'
import { AccountIcon, ChevronDownIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/menu.tsx'
import styles from './top-bar.module.css'

/** Who is signed in, and what concerns only them: profile, help, language, signing out. */
export function AccountMenu() {
  const { t } = useTranslation('shell')
  const [, navigate] = useLocation()
  const language = useLanguage()
  const { signingOut, signOut } = useSignOut()
  const isLockOn = useQuery(lockQuery).data?.lock.kind === 'on'
  const name = useAppPart((state) =>
    state?.session.kind === 'ready'
      ? (state.session.user.displayName ?? state.session.user.username)
      : '',
  )
  return (
    <Menu
      triggerClass={styles['account']}
      label={
        <>
          <AccountIcon />
          <span className="visually-hidden">{t('account.label')} </span>
          <span className={styles['name']}>{name}</span>
          <ChevronDownIcon size={16} />
        </>
      }
      entries={[
        { key: 'profile', label: t('account.profile'), onSelect: () => navigate(paths.profile) },
        {
          key: 'lock',
          label: t(isLockOn ? 'account.lock' : 'account.setUpLock'),
          onSelect: () =>
            isLockOn ? void callPortal('lock.lock', {}) : navigate(paths.profileLock),
        },
        { key: 'help', label: t('account.help'), onSelect: () => navigate(paths.help) },
      ]}
      choice={{
        label: t('account.language'),
        value: language,
        options: languageList.map((code) => ({
          value: code,
          label: languageNames[code],
          lang: code,
        })),
        onChoose: (code) => {
          if (isLanguage(code)) void changeLanguage(code)
        },
      }}
      last={{
        key: 'signOut',
        label: t(signingOut ? 'menu.signingOut' : 'menu.signOut'),
        onSelect: signOut,
      }}
    />
  )
}

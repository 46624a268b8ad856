import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import { buttonClass, ButtonRow } from '../../../ui/button.tsx'
import { formatDay } from '../../../common/i18n/format.ts'
import { paths } from '../../../common/navigation/navigation.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { EventsBlock } from './events-block.tsx'
import { LockBlock } from './lock-section.tsx'
import { Block, Section } from './section.tsx'
import { SessionsBlock } from './sessions-block.tsx'

/** Password, questions, devices, and what happened to the account. */
export function SecuritySection({ me }: { readonly me: Me }) {
  const { t } = useTranslation('profile')
  return (
    <Section title={t('security.heading')} intro={t('security.intro')}>
      <Block
        id="password-title"
        title={t('password.title')}
        intro={<Expiry expiresAt={me.passwordExpiresAt} />}
      >
        <ButtonRow>
          <Link className={buttonClass('secondary')} href={paths.profilePassword}>
            {t('password.change')}
          </Link>
        </ButtonRow>
      </Block>
      <Block id="questions-title" title={t('questions.title')} intro={t('questions.intro')}>
        <ButtonRow>
          <Link className={buttonClass('secondary')} href={paths.profileQuestions}>
            {t('questions.show')}
          </Link>
          <Link className={buttonClass('secondary')} href={paths.profileRehearsal}>
            {t('questions.rehearse')}
          </Link>
        </ButtonRow>
      </Block>
      <LockBlock />
      <SessionsBlock />
      <EventsBlock />
    </Section>
  )
}

/** Until when the password is good, by the day. */
export function Expiry({ expiresAt }: { readonly expiresAt: string | null }) {
  const { t } = useTranslation('profile')
  const language = useLanguage()
  const [now] = useState(() => new Date().toISOString())
  if (expiresAt === null) return t('password.never')
  const day = formatDay(language, expiresAt)
  return day === formatDay(language, now)
    ? t('password.expiresToday')
    : t('password.expires', { date: day })
}

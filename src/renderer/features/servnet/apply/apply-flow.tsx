import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { amountOf } from '../../../common/credit/amount-rules.ts'
import { BuyerLine } from '../../../common/credit/buyer/buyer-line.tsx'
import { momentParts } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useNow } from '../../../ui/clock.ts'
import { Button } from '../../../ui/button.tsx'
import { WarningIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ApplicationSent } from './application-sent.tsx'
import { CheckMove } from './check-move.tsx'
import { HowMuchMove } from './how-much-move.tsx'
import { MoveSection } from './move-section.tsx'
import styles from './apply.module.css'
import {
  useApplicationDraft,
  useApplicationForms,
  useSending,
  type ApplicationForms,
  type ApplicationStart,
  type Sent,
} from './use-application.ts'
import { useChecks } from './use-checks.ts'
import { WhoMove } from './who-move.tsx'

type ApplyFlowProps = {
  readonly start: ApplicationStart
  /** A draft about somebody else, which may be taken up instead. */
  readonly offered: ApplicationStart | null
  readonly onAgain: () => void
}

/** From the first letter to what became of it. */
export function ApplyFlow({ start, offered, onAgain }: ApplyFlowProps) {
  const { t } = useTranslation('apply')
  const [taken, setTaken] = useState(false)
  const [sent, setSent] = useState<{ readonly sent: Sent; readonly buyer: string } | null>(null)
  if (sent !== null) return <ApplicationSent {...sent} onAgain={onAgain} />
  const begun = taken && offered !== null ? offered : start
  return (
    <>
      {offered !== null && !taken && (
        <Notice
          action={
            <Button variant="secondary" onClick={() => setTaken(true)}>
              {t('resume')}
            </Button>
          }
        >
          {t('offered', { buyer: offered.who.buyerName })}
        </Notice>
      )}
      <Moves
        key={String(taken)}
        start={begun}
        onSent={(outcome, buyer) => setSent({ sent: outcome, buyer })}
        onDiscard={onAgain}
      />
    </>
  )
}

type MovesProps = {
  readonly start: ApplicationStart
  readonly onSent: (sent: Sent, buyer: string) => void
  readonly onDiscard: () => void
}

function Moves({ start, onSent, onDiscard }: MovesProps) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [move, setMove] = useState(start.move)
  const forms = useApplicationForms(start)
  const draft = useApplicationDraft(forms, start)
  const checks = useChecks(forms)
  const sending = useSending({
    id,
    forms,
    onSent(sent) {
      draft.end()
      onSent(sent, forms.who.getValues('buyerName'))
      void queryClient.invalidateQueries({ queryKey: ['servnet', 'applications'] })
    },
    onRefused: setMove,
  })
  return (
    <div className={styles['moves']} onBlur={draft.flush}>
      <MoveSection
        move="who"
        current={move}
        done={<BuyerLine who={forms.who.getValues()} />}
        onChange={setMove}
      >
        <WhoMove
          form={forms.who}
          checks={checks}
          startsDescribed={start.isDescribed}
          onDone={() => setMove('howMuch')}
        />
      </MoveSection>
      <MoveSection
        move="howMuch"
        current={move}
        done={<HowMuchLine forms={forms} />}
        onChange={setMove}
      >
        <HowMuchMove forms={forms} checks={checks} onDone={() => setMove('check')} />
      </MoveSection>
      <MoveSection move="check" current={move} done={null} onChange={setMove}>
        <CheckMove {...{ forms, checks, sending }} />
      </MoveSection>
      <Kept
        {...draft}
        onDiscard={() => {
          draft.end()
          onDiscard()
        }}
      />
    </div>
  )
}

function HowMuchLine({ forms: { howMuch } }: { readonly forms: ApplicationForms }) {
  const { t } = useTranslation('apply')
  const language = useLanguage()
  const { amount: typed = '', currency = '', terms } = useWatch({ control: howMuch.control })
  const amount = amountOf(language, typed, currency)
  return (
    <p className={styles['buyerName']}>
      {amount !== null && formatMoney(language, amount)} ·{' '}
      {t('howMuch.days', { count: Number(terms) })}
    </p>
  )
}

type KeptProps = Pick<ReturnType<typeof useApplicationDraft>, 'savedAt' | 'kept'> & {
  readonly onDiscard: () => void
}

/** Whether one may stop here and come back, and since when what is typed is kept. */
function Kept({ savedAt, kept, onDiscard }: KeptProps) {
  const { t } = useTranslation('apply')
  const language = useLanguage()
  const now = useNow()
  if (!kept) {
    return (
      <p className={styles['notKept']}>
        <WarningIcon size={18} />
        {t('notKept')}
      </p>
    )
  }
  if (savedAt === null) return <p className={styles['kept']}>{t('willKeep')}</p>
  const { day, ...parts } = momentParts(language, savedAt, now)
  return (
    <p className={styles['kept']}>
      <output>{t(`kept.${day}`, parts)}</output>
      <Button variant="quiet" onClick={onDiscard}>
        {t('discard')}
      </Button>
    </p>
  )
}

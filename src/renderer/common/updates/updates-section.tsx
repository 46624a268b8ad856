import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { UpdatesState } from '../../../shared/contract/app/updates.ts'
import type { AppError } from '../../../shared/contract/result.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/clock.ts'
import { momentParts } from '../i18n/format.ts'
import { useLanguage } from '../i18n/languages.ts'
import styles from './updates.module.css'
import { useUpdateActions, useUpdatesState, type UpdateAction } from './use-updates.ts'

type UpdatesSectionProps = {
  readonly heading: 'h2' | 'h3'
  /** Nothing is shown unless there is a new version, or trouble with one. */
  readonly quiet?: boolean
}

/** How updates stand: nothing that asks for attention, and one thing to do where there is one. */
export function UpdatesSection(props: UpdatesSectionProps) {
  // Main tells what is new in the person's language: in another one it is asked again.
  return <Section key={useLanguage()} {...props} />
}

function Section({ heading: Heading, quiet = false }: UpdatesSectionProps) {
  const { t } = useTranslation(['updates', 'errors'])
  const state = useUpdatesState()
  const { busy, refusal, act } = useUpdateActions()
  const id = useId()
  if (state === null || (quiet && isQuiet(state))) return null
  const action = actionFor(state)
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <Heading className={styles['heading']} id={id}>
        {t('title')}
      </Heading>
      <output className={styles['state']}>
        <StateText state={state} />
      </output>
      {state.kind === 'downloading' && (
        <progress
          className={styles['progress']}
          aria-label={t('downloading', { version: state.version })}
          max={100}
          value={state.percent}
        />
      )}
      {'notes' in state && state.notes.length > 0 && <WhatIsNew notes={state.notes} />}
      {action !== null && (
        <div>
          <Button variant="secondary" busy={busy} onClick={() => void act(action.does)}>
            {t(`actions.${action.says}`)}
          </Button>
        </div>
      )}
      <div role="alert">{refusal !== null && <Failure error={refusal} />}</div>
    </section>
  )
}

/** What is so most of the time, or nobody here can change. */
function isQuiet({ kind }: UpdatesState): boolean {
  return kind === 'off' || kind === 'managed' || kind === 'upToDate' || kind === 'checking'
}

type Action = { readonly does: UpdateAction; readonly says: UpdateAction | 'retry' }

/** The one thing that a person can do now; null where there is none. */
function actionFor(state: UpdatesState): Action | null {
  switch (state.kind) {
    case 'upToDate':
    case 'checking':
      return { does: 'check', says: 'check' }
    case 'available':
      return { does: 'download', says: 'download' }
    case 'ready':
      return { does: 'install', says: 'install' }
    case 'failed':
      return state.retry === null ? null : { does: state.retry, says: 'retry' }
    case 'off':
    case 'managed':
    case 'downloading':
    case 'installing':
      return null
    default:
      return assertNever(state)
  }
}

function StateText({ state }: { readonly state: UpdatesState }) {
  const { t } = useTranslation('updates')
  switch (state.kind) {
    case 'off':
      return <p>{t(`off.${state.why}`)}</p>
    case 'managed':
    case 'checking':
      return <p>{t(state.kind)}</p>
    case 'upToDate':
      return state.checkedAt === null ? (
        <p>{t('notChecked')}</p>
      ) : (
        <UpToDate checkedAt={state.checkedAt} />
      )
    case 'available':
    case 'installing':
    case 'downloading':
      return <p>{t(state.kind, { version: state.version })}</p>
    case 'ready':
      return (
        <>
          <p className={styles['strong']}>{t('ready', { version: state.version })}</p>
          <p>{t('readyNext')}</p>
        </>
      )
    case 'failed':
      return <Failure error={state.error} />
    default:
      return assertNever(state)
  }
}

function UpToDate({ checkedAt }: { readonly checkedAt: string }) {
  const { t } = useTranslation('updates')
  const { day, ...parts } = momentParts(useLanguage(), checkedAt, useNow())
  return (
    <>
      <p>{t('upToDate')}</p>
      <p className={styles['quiet']}>
        <time dateTime={checkedAt}>{t(`checkedAt.${day}`, parts)}</time>
      </p>
    </>
  )
}

function WhatIsNew({ notes }: { readonly notes: readonly string[] }) {
  const { t } = useTranslation('updates')
  return (
    <details className={styles['notes']}>
      <summary>{t('whatIsNew')}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  )
}

function Failure({ error }: { readonly error: AppError }) {
  const { t } = useTranslation('errors')
  return (
    <>
      <p className={styles['strong']}>{t(`${error.code}.message`, { ...error.params })}</p>
      <p>{t(`${error.code}.next`, { ...error.params })}</p>
    </>
  )
}

import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/dialog.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import styles from './profile-form.module.css'
import { useLeaveGuard } from './use-leave-guard.ts'
import type { SaveOutcome } from './use-part.ts'
import type { ProfileEditing } from './use-profile-editing.ts'
import { usePersonalWords, usePreferenceWords } from './value-words.ts'

const done: ReadonlySet<SaveOutcome> = new Set(['saved', 'pending', 'nothing'])
const isDone = (outcome: SaveOutcome) => done.has(outcome)

/** Save, discard, or stay. */
export function LeaveDialog({ editing }: { readonly editing: ProfileEditing }) {
  const { t } = useTranslation('profile')
  const guard = useLeaveGuard(editing.dirty)
  const stay = useRef<HTMLButtonElement>(null)
  const { busy, save } = useSaveAll(editing, guard)
  const discard = () => {
    editing.discard()
    guard.go()
  }
  return (
    <ConfirmDialog
      open={guard.asking}
      onClose={guard.stay}
      title={t('leave.title')}
      initialFocus={stay}
      actions={
        <>
          <Button busy={busy} onClick={() => void save()}>
            {t('leave.save')}
          </Button>
          <Button variant="danger" onClick={discard}>
            {t('leave.discard')}
          </Button>
          <Button ref={stay} variant="quiet" onClick={guard.stay}>
            {t('leave.stay')}
          </Button>
        </>
      }
    >
      <p>{t('leave.text')}</p>
      <Changes editing={editing} />
    </ConfirmDialog>
  )
}

/** Each field that is not saved, by its name, with what it was and what it would be. */
function Changes({ editing: { personal, preferences } }: { readonly editing: ProfileEditing }) {
  const { t } = useTranslation('profile')
  const personalWords = usePersonalWords()
  const preferenceWords = usePreferenceWords()
  const changes = [
    ...preferences.changed.map((field) => ({
      label: t(`preferences.${field}`),
      before: preferenceWords(field, preferences.seen.values),
      after: preferenceWords(field, preferences.form.getValues()),
    })),
    ...personal.changed.map((field) => ({
      label: t(`personal.${field}`),
      before: personalWords(field, personal.seen.values),
      after: personalWords(field, personal.form.getValues()),
    })),
  ]
  return (
    <dl className={styles['changes']}>
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{t('leave.change', { before, after })}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Saves both parts and goes on; what could not be saved is shown instead. */
function useSaveAll(
  { preferences, personal }: ProfileEditing,
  guard: ReturnType<typeof useLeaveGuard>,
) {
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()
  const save = async () => {
    setBusy(true)
    const liked = preferences.dirty ? await preferences.submit() : 'nothing'
    const named = personal.dirty ? await personal.submit() : 'nothing'
    setBusy(false)
    if (isDone(liked) && isDone(named)) return guard.go()
    guard.stay()
    return navigate(isDone(liked) ? paths.profilePersonal : paths.profile)
  }
  return { busy, save }
}

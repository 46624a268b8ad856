import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../../../ui/button.tsx'
import { Confirmation } from '../../../ui/dialog.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import type { SaveOutcome } from './use-part.ts'
import type { ProfileEditing } from './use-profile-editing.ts'

const isDone = (outcome: SaveOutcome) => outcome === 'saved' || outcome === 'nothing'

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
    <Confirmation
      open={guard.asking}
      onClose={guard.stay}
      title={t('leave.title')}
      initialFocus={stay}
      actions={
        <>
          <Button busy={busy} busyLabel={t('save.saving')} onClick={() => void save()}>
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
      {t('leave.text')}
    </Confirmation>
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

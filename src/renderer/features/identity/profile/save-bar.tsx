import { useTranslation } from 'react-i18next'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { CheckIcon } from '../../../ui/icons.tsx'
import styles from './profile-form.module.css'
import type { SaveOutcome } from './use-part.ts'

type SaveBarProps = {
  readonly busy: boolean
  readonly waiting: boolean
  readonly dirty: boolean
  readonly outcome: SaveOutcome | null
  readonly onUndo: () => void
}

/** "Sauvegarder", the way back, and what came of it. */
export function SaveBar({ busy, waiting, dirty, outcome, onUndo }: SaveBarProps) {
  const { t } = useTranslation('profile')
  return (
    <ButtonRow>
      <Button
        type="submit"
        variant={dirty ? 'primary' : 'ink'}
        busy={busy}
        unavailable={waiting}
        busyLabel={t('save.saving')}
      >
        {t('save.submit')}
      </Button>
      {dirty && (
        <Button variant="secondary" unavailable={busy} onClick={onUndo}>
          {t('save.undo')}
        </Button>
      )}
      <output className={styles['outcome']} data-saved={outcome === 'saved' || undefined}>
        {!dirty && outcome === 'saved' && (
          <>
            <CheckIcon size={18} />
            {t('save.saved')}
          </>
        )}
        {!dirty && outcome === 'nothing' && t('save.nothing')}
        {dirty && !busy && t('save.unsaved')}
      </output>
    </ButtonRow>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callPortal } from '../common/data/portal.ts'
import { useAppState } from '../common/data/app-store.ts'
import { UpdatesSection } from '../common/updates/updates-section.tsx'
import { ManagedSettings } from '../features/help/managed-settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'

/** The version and the portal, to read out to the Helpdesk or to copy. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('help')
  const state = useAppState()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const result = await callPortal('app.copyVersion', {})
    setCopied(result.ok)
  }
  const host = state?.portalHost ?? null
  return (
    <Dialog open onClose={onClose} title="Atradius Services Online">
      {state !== null && <p>{t('about.version', { version: state.version })}</p>}
      <p>{host === null ? t('about.noPortal') : t('about.portal', { host })}</p>
      <UpdatesSection heading="h3" />
      <ManagedSettings />
      <DialogActions>
        <Button variant="secondary" onClick={() => void copy()}>
          {t('about.copy')}
        </Button>
        <output>{copied && t('about.copied')}</output>
      </DialogActions>
    </Dialog>
  )
}

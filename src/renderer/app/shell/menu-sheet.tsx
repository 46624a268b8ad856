import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Service } from '../../common/navigation/service.ts'
import { MenuIcon } from '../../ui/icons.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Rail } from './rail.tsx'
import styles from './top-bar.module.css'

/** The rail behind a button, where there is no room beside the page; gone once one went somewhere. */
export function MenuSheet({ service }: { readonly service: Service | null }) {
  const { t } = useTranslation('shell')
  const [path] = useLocation()
  const [openOn, setOpenOn] = useState<string | null>(null)
  return (
    <Sheet
      open={openOn === path}
      onOpenChange={(open) => setOpenOn(open ? path : null)}
      title={t('menu.open')}
      triggerClass={styles['open']}
      trigger={
        <>
          <MenuIcon /> {t('menu.open')}
        </>
      }
    >
      <Rail service={service} wide />
    </Sheet>
  )
}

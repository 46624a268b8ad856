import { useTranslation } from 'react-i18next'
import { Button } from '../../components/ui/button.tsx'
import { callPortal } from '../../lib/portal.ts'
import { LaterPage } from './later-page.tsx'

/** "Produits" */
export function ProductsPage() {
  const { t } = useTranslation('help')
  return (
    <LaterPage page="products">
      <Button
        variant="secondary"
        onClick={() => void callPortal('app.openExternal', { link: 'website' })}
      >
        {t('products.website')}
      </Button>
    </LaterPage>
  )
}

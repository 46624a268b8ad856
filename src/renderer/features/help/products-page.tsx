import { useTranslation } from 'react-i18next'
import { NotOpened, useOutside } from '../../common/contact/contact-details.tsx'
import { Button } from '../../ui/button.tsx'
import { LaterPage } from './later-page.tsx'

/** "Produits" */
export function ProductsPage() {
  const { t } = useTranslation('help')
  const { open, failure } = useOutside('website')
  return (
    <LaterPage page="products">
      <Button variant="secondary" onClick={() => void open()}>
        {t('products.website')}
      </Button>
      {failure !== null && <NotOpened error={failure} />}
    </LaterPage>
  )
}

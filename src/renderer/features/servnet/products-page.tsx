import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { NotOpened, useOutside } from '../../common/contact/contact-details.tsx'
import { Content } from '../../common/frames/content.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import styles from './products.module.css'

/** "Produits": still to come; says so, and what helps until then. */
export function ProductsPage() {
  const { t } = useTranslation('servnet')
  const { open, failure } = useOutside('website')
  return (
    <Content>
      <div className={styles['page']}>
        <PageHeading title={t('products.title')}>{t('products.title')}</PageHeading>
        <p className={styles['lead']}>{t('products.status')}</p>
        <p>
          {t('products.text')} {t('products.meanwhile')}
        </p>
        <div className={styles['actions']}>
          <Link className={buttonClass()} href={paths.servnet}>
            {t('products.back')}
          </Link>
          <Button variant="secondary" onClick={() => void open()}>
            {t('products.website')}
          </Button>
          {failure !== null && <NotOpened error={failure} />}
        </div>
      </div>
    </Content>
  )
}

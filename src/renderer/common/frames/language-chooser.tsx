import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '../data/app-store.ts'
import { isLanguage, languageList, languageNames, useLanguage } from '../i18n/languages.ts'
import styles from './language-chooser.module.css'
import { ChevronDownIcon, GlobeIcon } from '../../ui/icons.tsx'

/** The language of the app, chosen in the corner of every page. */
export function LanguageChooser() {
  const { t } = useTranslation('common')
  const language = useLanguage()
  const id = useId()
  return (
    <div className={styles['chooser']}>
      <label className="visually-hidden" htmlFor={id}>
        {t('language.label')}
      </label>
      <span className={styles['globe']}>
        <GlobeIcon size={18} />
      </span>
      <select
        id={id}
        className={styles['select']}
        value={language}
        onChange={({ target: { value } }) => {
          if (isLanguage(value)) void changeLanguage(value)
        }}
      >
        {languageList.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageNames[code]}
          </option>
        ))}
      </select>
      <span className={styles['chevron']}>
        <ChevronDownIcon size={16} />
      </span>
    </div>
  )
}

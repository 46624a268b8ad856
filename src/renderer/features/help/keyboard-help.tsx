import { useTranslation } from 'react-i18next'
import styles from './help.module.css'

/** The keys that the app answers to; those without a word are written alike everywhere. */
export function KeyboardHelp({ onMac }: { readonly onMac: boolean }) {
  const { t } = useTranslation('help')
  const modifier = t(onMac ? 'keyboard.keys.command' : 'keyboard.keys.control')
  const entries = [
    ['enter', [t('keyboard.keys.enter')]],
    ['tab', [t('keyboard.keys.tab')]],
    ['escape', [t('keyboard.keys.escape')]],
    ['help', ['F1']],
    ['palette', [modifier, 'K']],
    ['service', [modifier, '1 … 4']],
    ['profile', [modifier, ',']],
    ['back', onMac ? [modifier, '['] : ['Alt', '←']],
    ['forward', onMac ? [modifier, ']'] : ['Alt', '→']],
    ['refresh', ['F5']],
    ['lock', [modifier, t('keyboard.keys.shift'), 'L']],
    ['zoomIn', [modifier, '+']],
    ['zoomOut', [modifier, '-']],
    ['zoomReset', [modifier, '0']],
  ] as const
  return (
    <dl className={styles['keys']}>
      {entries.map(([name, keys]) => (
        <div key={name} className={styles['keyRow']}>
          <dt>
            {keys.map((key) => (
              <kbd key={key} className={styles['key']}>
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{t(`keyboard.${name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

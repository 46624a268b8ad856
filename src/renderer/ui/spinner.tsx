import styles from './spinner.module.css'

/** A sign that something is under way; the words that say what stand beside it. */
export function Spinner() {
  return <span className={styles['spinner']} aria-hidden="true" />
}

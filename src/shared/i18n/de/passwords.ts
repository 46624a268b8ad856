import type { passwords as source } from '../fr/passwords.ts'
import type { Texts } from '../texts.ts'

export const passwords: Texts<typeof source> = {
  rules: {
    title: 'Passwortregeln',
    tip: 'Mehrere Wörter ohne Zusammenhang ergeben ein sicheres Passwort, das Sie sich gut merken können. Sie können auch eines aus einem Passwortmanager einfügen.',
    too_short: 'Mindestens {{min}} Zeichen',
    too_long: 'Höchstens {{max}} Zeichen',
    missing_lower: 'Ein Kleinbuchstabe',
    missing_upper: 'Ein Großbuchstabe',
    missing_digit: 'Eine Ziffer',
    missing_symbol: 'Ein Sonderzeichen, zum Beispiel - oder !',
    contains_username: 'Ohne Ihren Benutzernamen',
    contains_name: 'Ohne Ihren Vor- oder Nachnamen',
    contains_email: 'Ohne Ihre E-\u2060Mail-Adresse',
    too_common:
      'Weder häufig noch aus dem Namen eines Dienstes oder Unternehmens, einer Jahreszeit oder einem Monat gebildet',
    used_before: 'Anders als Ihre letzten {{history}} Passwörter',
    expires: 'Es muss alle {{days}} Tage ersetzt werden; wir erinnern Sie per E-\u2060Mail.',
  },
  states: {
    met: 'Erfüllt',
    unmet: 'Noch nicht erfüllt',
    failed: 'Nicht erfüllt',
    waiting: 'Wird beim Speichern geprüft',
    checking: 'Wird geprüft',
  },
  progress: '{{met}} von {{total}} Regeln erfüllt',
  complete: 'Alle Regeln sind erfüllt',
  strength: {
    label: 'Stärke',
    levels: {
      very_weak: 'Sehr schwach',
      weak: 'Schwach',
      fair: 'Mittel',
      good: 'Gut',
      strong: 'Sehr gut',
    },
  },
  unreachable: 'Die Regeln können zurzeit nicht geladen werden. Sie werden beim Speichern geprüft.',
  change: {
    current: 'Aktuelles Passwort',
    new: 'Neues Passwort',
    keepOthers: 'Meine anderen Sitzungen offen lassen',
    keepOthersHint: 'Sonst fragen Ihre anderen Geräte nach dem neuen Passwort.',
    submit: 'Passwort ändern',
    saving: 'Wird gespeichert …',
  },
  due: {
    title: 'Ihr Passwort muss erneuert werden',
    account: 'Konto: {{username}}',
    forgotten:
      'Wenn Sie das aktuelle Passwort nicht mehr wissen, melden Sie sich ab und wählen Sie dann „Passwort vergessen?“.',
    signOut: 'Abmelden',
    signingOut: 'Abmeldung läuft …',
    changed: 'Ihr Passwort wurde geändert.',
    ended_one: 'Eine andere Sitzung wurde beendet.',
    ended_other: '{{count}} andere Sitzungen wurden beendet.',
    reasons: {
      expired: 'Es ist abgelaufen. Wählen Sie ein neues Passwort: Danach geht es sofort weiter.',
      requested:
        'Ihre Kontaktperson hat um ein neues gebeten. Wählen Sie ein neues Passwort: Danach geht es sofort weiter, und Ihre anderen Geräte müssen sich neu anmelden.',
      unknown: 'Wählen Sie ein neues: Danach geht es sofort weiter.',
    },
  },
}

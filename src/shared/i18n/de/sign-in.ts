import type { signIn as french } from '../fr/sign-in.ts'
import type { Texts } from '../texts.ts'

export const signIn: Texts<typeof french> = {
  title: 'Willkommen bei Atradius',
  windowTitle: 'Anmeldung',
  welcome:
    'Um Ihnen den bestmöglichen Service zu bieten, haben wir den Zugang zu unseren Informationen und Online-Diensten verbessert: Ein Benutzername und ein Passwort genügen.',
  noAccount:
    'Wenn Sie noch keinen Benutzernamen und kein Passwort haben, wenden Sie sich bitte an Ihre feste Kontaktperson.',
  allServices: 'Alle Dienste',
  username: 'Benutzername',
  password: 'Passwort',
  staySignedIn: 'Auf diesem Gerät angemeldet bleiben',
  staySignedInUnavailable:
    'Auf diesem Gerät nicht möglich: Sein Schlüsselbund ist nicht verfügbar. Sie müssen sich bei jedem Start anmelden.',
  submit: 'Anmelden',
  submitting: 'Anmeldung läuft …',
  forgotten: 'Passwort vergessen?',
  usernameForgotten: 'Benutzernamen vergessen?',
  usernameMissing: 'Geben Sie Ihren Benutzernamen ein.',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
  incomplete: 'Für die Anmeldung fehlt noch etwas.',
  waiting: 'Neuer Versuch möglich in {{time}}.',
  waitingOver: 'Sie können es jetzt erneut versuchen.',
  reason: {
    signedOut: 'Ihre Sitzung auf diesem Gerät ist geschlossen.',
    sessionEnded:
      'Ihre Sitzung ist beendet. Melden Sie sich erneut an, um dort weiterzumachen, wo Sie waren.',
  },
}

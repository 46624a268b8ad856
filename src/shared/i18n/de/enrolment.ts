import type { enrolment as source } from '../fr/enrolment.ts'
import type { Texts } from '../texts.ts'

export const enrolment: Texts<typeof source> = {
  title: 'Registrierung Ihres Kontos',
  intro:
    'Wenige weitere Angaben genügen, um Ihr Konto zu registrieren. Wir fragen nur bei dieser ersten Anmeldung danach.',
  signedInAs: 'Konto: {{username}}',
  signOut: 'Abmelden',
  until: 'Abzuschließen bis zum {{date}}.',
  loading: 'Ihre Registrierung wird geladen',
  resumed:
    'Ihre Eingaben wurden wiederhergestellt. Aus Sicherheitsgründen werden Passwort und Antworten nie aufbewahrt: Bitte geben Sie sie noch einmal ein.',
  resumedData: 'Ihre Eingaben wurden wiederhergestellt.',
  stepSaved: 'Schritt 1 ist gespeichert.',

  kept: 'Sie können jederzeit unterbrechen: Was Sie hier eingeben, bleibt auf diesem Computer, außer Passwort und Antworten.',
  keptData: 'Sie können jederzeit unterbrechen: Was Sie hier eingeben, bleibt auf diesem Computer.',

  notKept:
    'Ihre Eingaben können auf diesem Computer nicht aufbewahrt werden. Schließen Sie diesen Schritt ab, ohne die App zu beenden.',
  steps: {
    security: 'Sicherheit',
    personalData: 'Ihre persönlichen Daten',
  },
  security: {
    passwordTitle: 'Ihr neues Passwort',
    passwordIntro:
      'Es ersetzt das Passwort, das Sie erhalten haben. Klicken Sie auf „?“, um die Sicherheitsregeln zu sehen.',
    newPassword: 'Neues Passwort',
    questionsTitle: 'Ihre drei Fragen',
    questionsIntro:
      'Wir stellen sie Ihnen, wenn Sie Ihr Passwort vergessen haben oder ändern möchten. Wählen Sie drei verschiedene Fragen.',
    answersHint: 'Großschreibung, Akzente, Leerzeichen und Satzzeichen spielen keine Rolle.',
    alreadySaved:
      'Dieser Schritt ist bereits gespeichert. Lassen Sie die Felder leer, um nichts zu ändern, oder füllen Sie alle aus, um ihn zu ersetzen.',
    next: 'Weiter',
    saving: 'Wird gespeichert …',
  },
  personalData: {
    emailTitle: 'Bitte geben Sie eine E-\u2060Mail-Adresse ein',
    emailIntro:
      'Darüber informieren wir Sie über wichtige Änderungen an Ihrem Zugang und erinnern Sie, bevor Ihr Passwort abläuft.',
    email: 'Geben Sie Ihre E-\u2060Mail-Adresse ein',
    emailHint:
      'Eine Adresse kann nicht für mehrere Konten dienen. Sie erhalten dort einen Code, um sie zu bestätigen.',
    emailConfirmation: 'Wiederholen Sie Ihre E-\u2060Mail-Adresse',
    alertsByEmail: 'Auch Serv@Net-Meldungen an diese Adresse erhalten',
    identityTitle: 'Bitte machen Sie uns noch einige Angaben',
    firstName: 'Vorname',
    lastName: 'Nachname',
    language: 'Bevorzugte Sprache',
    languageHint: 'Für die App und unsere E-\u2060Mails.',
    back: 'Zurück',
    next: 'Weiter',
    saving: 'Wird gespeichert …',
  },
  done: {
    heading: 'Ihr Konto ist registriert',
    text: 'Ab jetzt öffnen Ihr Benutzername und Ihr neues Passwort alle Ihre Dienste.',
    open: 'Serv@Net öffnen',
  },
}

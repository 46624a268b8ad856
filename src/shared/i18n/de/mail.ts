import type { mail as source } from '../fr/mail.ts'
import type { Texts } from '../texts.ts'

export const mail: Texts<typeof source> = {
  greeting: 'Guten Tag,',
  greetingByName: 'Guten Tag {{name}},',
  sender: 'Atradius Services Online',
  moment: '{{moment}} (Brüsseler Zeit)',
  caution: 'Waren Sie das nicht?',
  footer: {
    questions: 'Haben Sie eine Frage? Wenden Sie sich an den Helpdesk: {{phone}}, {{email}}.',
    automatic: 'Diese Nachricht wurde automatisch versendet; bitte antworten Sie nicht darauf.',
  },
  code: {
    rules:
      'Dieser Code gilt {{duration}} ab der Anforderung, bis zum {{moment}}. Geben Sie ihn an niemanden weiter. Wir werden Sie nie danach fragen, weder am Telefon noch per E-Mail.',
  },
  recovery_code: {
    subject: 'Ihr Code für ein neues Passwort',
    text: 'Sie haben Ihr Passwort vergessen. Um ein neues zu wählen, geben Sie diesen Code in der App ein:',
    caution:
      'Ignorieren Sie diese Nachricht: Ihr Passwort bleibt unverändert. Erhalten Sie weitere, informieren Sie bitte den Helpdesk.',
  },
  recovery_unfinished: {
    subject: 'Mehrere Anfragen nach einem neuen Passwort',
    text: 'In den letzten 24 Stunden wurde „Passwort vergessen?“ mehrmals für Ihr Konto benutzt, ohne dass es abgeschlossen wurde.',
    next: 'Ihr Passwort bleibt unverändert. Wenn Sie das waren, müssen Sie nichts tun.',
    caution:
      'Möglicherweise versucht jemand, in Ihr Konto zu gelangen. Geben Sie keinen Code weiter und informieren Sie den Helpdesk.',
  },
  email_change_code: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    text: 'Diese Adresse wurde für ein Konto bei Atradius Services Online gewählt. Um sie zu bestätigen, geben Sie diesen Code in der App ein:',
    caution: 'Ignorieren Sie diese Nachricht: Ohne diesen Code wird Ihre Adresse nicht verwendet.',
  },
  email_change_requested: {
    subject: 'Änderung der E-Mail-Adresse angefordert',
    text: 'Für Ihr Konto wurde eine neue E-Mail-Adresse angegeben:',
    next: 'Es ändert sich nichts, solange sie nicht mit dem Code bestätigt wurde, den wir dorthin gesendet haben.',
    caution: 'Ändern Sie Ihr Passwort in der App und rufen Sie dann umgehend den Helpdesk an.',
  },
  email_changed: {
    subject: 'Ihre E-Mail-Adresse wurde geändert',
    text: 'Wir schreiben Ihnen künftig an diese Adresse:',
    next: 'Dies ist die letzte Nachricht, die Sie hier erhalten.',
    caution: 'Rufen Sie umgehend den Helpdesk an: Möglicherweise nutzt jemand anderes Ihr Konto.',
  },
  password_changed: {
    subject: 'Ihr Passwort wurde geändert',
    text: 'Das Passwort Ihres Kontos wurde am {{moment}} geändert.',
    next: 'Wenn Sie das waren, müssen Sie nichts tun.',
    caution:
      'Wählen Sie sofort mit „Passwort vergessen?“ ein neues Passwort und rufen Sie dann den Helpdesk an.',
  },
  password_recovered: {
    subject: 'Sie haben ein neues Passwort',
    text: 'Mit „Passwort vergessen?“ wurde am {{moment}} ein neues Passwort gewählt. Zur Sicherheit wurden alle Ihre Geräte abgemeldet.',
    next: 'Sie können sich mit dem neuen Passwort anmelden.',
    caution: 'Rufen Sie umgehend den Helpdesk an: Möglicherweise nutzt jemand anderes Ihr Konto.',
  },
  new_device: {
    subject: 'Anmeldung mit einem neuen Gerät',
    text: 'Bei Ihrem Konto gab es eine Anmeldung mit einem Gerät, das wir nicht kannten:',
    next: 'Wenn Sie das waren, müssen Sie nichts tun.',
    caution:
      'Ändern Sie Ihr Passwort in der App, melden Sie dieses Gerät unter „Benutzerprofil“ ab und rufen Sie dann den Helpdesk an.',
  },
  password_expiry: {
    subject_later: 'Ihr Passwort läuft in {{days}} Tagen ab',
    subject_tomorrow: 'Ihr Passwort läuft morgen ab',
    subject_today: 'Ihr Passwort läuft heute ab',
    text: 'Ihr Passwort ist gültig bis zum {{moment}}.',
    how: 'Sie können es schon jetzt in der App ändern, unter „Benutzerprofil“.',
    afterwards:
      'Danach können Sie sich weiterhin anmelden: Die App bittet Sie dann zuerst, ein neues zu wählen.',
  },
  alerts_digest: {
    subject_one: 'Serv@Net: eine neue Meldung',
    subject_other: 'Serv@Net: {{count}} neue Meldungen',
    text_one: 'In Serv@Net wartet eine neue Meldung auf Sie:',
    text_other: 'In Serv@Net warten {{count}} neue Meldungen auf Sie:',
    more_one: 'Und eine weitere.',
    more_other: 'Und {{count}} weitere.',
    where: 'Sie finden sie auf der Startseite von Serv@Net.',
    choice:
      'Sie erhalten diese Nachricht, weil Sie Meldungen per E-Mail gewählt haben. Das können Sie unter „Benutzerprofil“ ändern.',
  },
}

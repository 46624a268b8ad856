import type { errors as source } from '../fr/errors.ts'
import type { Texts } from '../texts.ts'
import { tableErrors } from './table-errors.ts'
import { caseErrors, caseFields } from './case-errors.ts'
import { updateErrors } from './update-errors.ts'
import { lockErrors } from './lock-errors.ts'
import { storeErrors } from './store-errors.ts'

export const errors: Texts<typeof source> = {
  invalid_request: {
    message: 'Einige Angaben wurden nicht angenommen.',
    next: 'Prüfen Sie die markierten Felder und versuchen Sie es erneut.',
  },
  invalid_credentials: {
    message: 'Dieser Benutzername und dieses Passwort gehören nicht zusammen.',
    next: 'Prüfen Sie beides, auch Groß- und Kleinschreibung. Hilft das nicht, wählen Sie „Passwort vergessen?“.',
  },
  unauthenticated: {
    message: 'Sie sind nicht angemeldet.',
    next: 'Melden Sie sich an und versuchen Sie es erneut.',
  },
  token_expired: {
    message: 'Ihre Anmeldung ist abgelaufen.',
    next: 'Melden Sie sich erneut an, um fortzufahren.',
  },
  session_ended: {
    message: 'Ihre Sitzung wurde beendet.',
    next: 'Melden Sie sich erneut an: Sie machen dort weiter, wo Sie aufgehört haben.',
  },
  enrolment_required: {
    message: 'Die Registrierung Ihres Kontos ist noch nicht abgeschlossen.',
    next: 'Schließen Sie beide Schritte ab, um diesen Dienst zu nutzen.',
  },
  password_change_required: {
    message: 'Ihr Passwort muss ersetzt werden.',
    next: 'Wählen Sie ein neues, um fortzufahren.',
  },
  initial_password_expired: {
    message: 'Ihr Erstpasswort ist nicht mehr gültig: Es galt 14 Tage lang.',
    next: 'Bitten Sie Ihre Kontaktperson um ein neues.',
  },
  reauthentication_required: {
    message: 'Für diesen Vorgang müssen Sie Ihre Identität bestätigen.',
    next: 'Geben Sie Ihr Passwort noch einmal ein.',
  },
  forbidden: {
    message: 'Ihr Konto umfasst diesen Dienst nicht.',
    next: 'Wenn Sie ihn benötigen, bitten Sie Ihre Kontaktperson um Zugang.',
  },
  not_found: {
    message: 'Dieses Element gibt es nicht oder nicht mehr.',
    next: 'Gehen Sie zur vorherigen Seite zurück: Sie zeigt, was es noch gibt.',
  },
  method_not_allowed: {
    message: 'Der Dienst bietet diese Aktion nicht an.',
    next: 'Installieren Sie die neueste Version der App. Bleibt es dabei, wenden Sie sich an den Helpdesk.',
  },
  email_taken: {
    message: 'Diese E-\u2060Mail-Adresse wird bereits von einem anderen Konto verwendet.',
    next: 'Geben Sie eine andere Adresse ein: Konten können keine Adresse teilen.',
  },
  application_pending: {
    message: 'Ein Antrag für diesen Abnehmer wird bereits geprüft.',
    next: 'Öffnen Sie ihn, um ihn zu verfolgen. Warten Sie für einen anderen Betrag die Entscheidung ab, oder wenden Sie sich an uns.',
  },
  idempotency_conflict: {
    message: 'Unter derselben Referenz wurde bereits eine andere Anfrage gesendet.',
    next: 'Prüfen Sie, was gespeichert wurde, bevor Sie eine neue Anfrage senden.',
  },
  in_progress: {
    message: 'Diese Anfrage wird bereits bearbeitet.',
    next: 'Warten Sie einige Sekunden und versuchen Sie es dann erneut.',
  },
  invalid_state: {
    message: 'Dieser Schritt ist nicht mehr der aktuelle.',
    next: 'Verlassen Sie die Seite und öffnen Sie sie erneut, um den aktuellen Schritt zu sehen.',
  },
  flow_expired: {
    message: 'Die Frist für den Abschluss ist verstrichen.',
    next: 'Beginnen Sie von vorn. Bei der ersten Anmeldung bitten Sie zuerst Ihre Kontaktperson um ein neues Erstpasswort.',
  },
  cursor_expired: {
    message: 'Dieser Computer wurde zu lange nicht aktualisiert.',
    next: 'Öffnen Sie die Seite erneut: Alle Ihre Daten werden dann neu gelesen.',
  },
  precondition_failed: {
    message: 'Diese Angaben wurden inzwischen an anderer Stelle geändert.',
    next: 'Öffnen Sie die Seite erneut, prüfen Sie, was sich geändert hat, und speichern Sie dann noch einmal.',
  },
  precondition_required: {
    message: 'Diese Angaben müssen vor einer Änderung neu gelesen werden.',
    next: 'Verlassen Sie diese Seite, öffnen Sie sie erneut und beginnen Sie von vorn.',
  },
  payload_too_large: {
    message: 'Ihre Eingabe ist zu lang, um gesendet zu werden.',
    next: 'Kürzen Sie sie und versuchen Sie es erneut.',
  },
  unsupported_media_type: {
    message: 'Der Dienst hat das Format der Anfrage nicht erkannt.',
    next: 'Installieren Sie die neueste Version der App. Bleibt es dabei, wenden Sie sich an den Helpdesk.',
  },
  expectation_failed: {
    message: 'Ein Gerät in Ihrem Netzwerk hat diese Anfrage verändert.',
    next: 'Versuchen Sie es in einem anderen Netzwerk erneut. Bleibt es dabei, wenden Sie sich an Ihre IT-Abteilung.',
  },
  password_policy: {
    message: 'Dieses Passwort erfüllt noch nicht alle Regeln.',
    next: 'Korrigieren Sie die markierten Punkte.',
  },
  answers_policy: {
    message: 'Einige Fragen oder Antworten sind nicht geeignet.',
    next: 'Korrigieren Sie die markierten Punkte.',
  },
  verification_failed: {
    message: 'Ihre Eingaben konnten nicht bestätigt werden.',
    next: 'Prüfen Sie alle Eingaben und versuchen Sie es erneut.',
  },
  code_expired: {
    message: 'Die Gültigkeit dieses Codes ist abgelaufen.',
    next: 'Fordern Sie einen neuen Code an und geben Sie ihn ein. Es wurde kein Versuch gezählt.',
  },
  too_many_attempts: {
    message: 'Es gab zu viele Versuche in kurzer Zeit.',
    next: 'Warten Sie das Ende der Wartezeit ab und versuchen Sie es erneut. Ihr Konto ist nicht gesperrt.',
  },
  internal: {
    message: 'Beim Dienst ist ein Fehler aufgetreten.',
    next: 'Versuchen Sie es in einigen Minuten erneut. Bleibt es dabei, wenden Sie sich an den Helpdesk.',
  },
  unavailable: {
    message: 'Der Dienst ist vorübergehend nicht verfügbar.',
    next: 'Versuchen Sie es in einigen Minuten erneut.',
  },
  network_offline: {
    message: 'Dieser Computer ist nicht mit dem Internet verbunden.',
    next: 'Prüfen Sie das Netzwerk oder das WLAN und versuchen Sie es erneut.',
  },
  portal_unreachable: {
    message: 'Der Dienst von Atradius ist nicht erreichbar.',
    next: 'Versuchen Sie es in einigen Minuten erneut. Wenn andere Websites sich öffnen, informieren Sie Ihre IT-Abteilung.',
  },
  portal_timeout: {
    message: 'Der Dienst von Atradius braucht zu lange für eine Antwort.',
    next: 'Versuchen Sie es gleich noch einmal.',
  },
  portal_answer_invalid: {
    message: 'Statt der Antwort von Atradius kam eine unerwartete Antwort.',
    next: 'Wenn Ihr Netzwerk eine Anmeldung im Browser verlangt, melden Sie sich dort an und versuchen Sie es erneut. Informieren Sie sonst Ihre IT-Abteilung.',
  },
  proxy_authentication_required: {
    message: 'Der Proxy Ihres Netzwerks verlangt eine Anmeldung.',
    next: 'Ihr Atradius-Passwort ist nicht die Ursache: Wenden Sie sich an Ihre IT-Abteilung.',
  },
  certificate_untrusted: {
    message: 'Die Verbindung zum Dienst ist nicht sicher: Dem Zertifikat wird nicht vertraut.',
    next: 'Es wurde nichts gesendet. Oft ist der Proxy des Unternehmens die Ursache: Wenden Sie sich an Ihre IT-Abteilung.',
  },
  clock_wrong: {
    message: 'Die Uhr dieses Computers stimmt nicht mit der des Dienstes überein.',
    next: 'Stellen Sie Datum und Uhrzeit des Computers ein und versuchen Sie es erneut.',
  },
  keychain_absent: {
    message: 'Dieser Computer hat keinen nutzbaren Schlüsselbund.',
    next: 'Sie können wie gewohnt arbeiten; nur müssen Sie sich bei jedem Start der App neu anmelden.',
  },
  keychain_locked: {
    message: 'Der Schlüsselbund dieses Computers ist gesperrt.',
    next: 'Entsperren Sie ihn und versuchen Sie es erneut. Bis dahin wird Ihre Anmeldung nicht gespeichert.',
  },
  keychain_refused: {
    message: 'Der Schlüsselbund dieses Computers hat den Zugriff verweigert.',
    next: 'Erlauben Sie Atradius Services Online den Zugriff und versuchen Sie es erneut. Bis dahin wird Ihre Anmeldung nicht gespeichert.',
  },
  page_not_printed: {
    message: 'Das PDF konnte nicht erstellt werden.',
    next: 'Versuchen Sie es erneut. Bleibt es dabei, schließen Sie die Anwendung, öffnen Sie sie wieder und wiederholen Sie es.',
  },
  configuration_invalid: {
    message: 'Die Konfiguration dieses Computers kann nicht gelesen werden.',
    next: 'Bis sie berichtigt ist, ist keine Verbindung möglich. Bitte geben Sie dies an Ihre IT-Abteilung weiter: {{path}}',
  },
  already_running: {
    message: 'Die App ist bereits geöffnet.',
    next: 'Ihr Fenster wurde in den Vordergrund geholt.',
  },
  deep_link_invalid: {
    message: 'Dieser Link führt in der App nirgendwohin.',
    next: 'Bitten Sie den Absender um einen neuen Link.',
  },
  link_not_opened: {
    message: 'Dieser Computer hat für diesen Kontakt kein Programm geöffnet.',
    next: 'Bitte übernehmen Sie ihn selbst: {{target}}',
  },
  sender_forbidden: {
    message: 'Diese Anfrage kam nicht von einer Seite der App und wurde abgelehnt.',
    next: 'Schließen Sie die App und öffnen Sie sie erneut. Geschieht es wieder, wenden Sie sich an den Helpdesk.',
  },
  unexpected: {
    message: 'Ein unerwarteter Fehler ist aufgetreten.',
    next: 'Versuchen Sie es erneut. Bleibt es dabei, starten Sie die App neu oder wenden Sie sich an den Helpdesk.',
  },
  ...storeErrors,
  ...lockErrors,
  ...updateErrors,
  ...tableErrors,
  ...caseErrors,
  retried: {
    still: 'Bisher hat sich nichts geändert.',
    keychain: 'Der Schlüsselbund funktioniert wieder.',
    session: 'Der Schlüsselbund funktioniert wieder. Ihre Anmeldung ist darin gespeichert.',
    storage: 'Die Daten werden wieder auf diesem Computer gespeichert.',
  },
  wait: {
    countdown: 'Neuer Versuch möglich in {{wait}}.',
    over: 'Sie können es jetzt erneut versuchen.',
  },
  fields: {
    ...caseFields,
    required: 'Bitte füllen Sie dieses Feld aus.',
    invalid: 'Dieser Wert wird nicht angenommen.',
    email_invalid: 'Die Adresse sollte wie name@unternehmen.de aussehen.',
    email_accents: 'Vor dem @ sind nur Buchstaben ohne Akzente und Umlaute möglich.',
    emails_differ: 'Die beiden E-\u2060Mail-Adressen stimmen nicht überein.',
    email_taken: 'Diese Adresse wird bereits von einem anderen Konto verwendet.',
    code_numeric: 'Der Code hat sechs Ziffern.',
    code_alphanumeric: 'Der Code hat acht Buchstaben und Ziffern, ohne O, I, L, 0 und 1.',
    invalid_credentials: 'Dieses Passwort ist nicht richtig.',
    passwords_differ: 'Die beiden Passwörter stimmen nicht überein.',
    email_unchanged: 'Das ist bereits Ihre Adresse.',
    name_link:
      'Dieser Name sieht wie ein Link oder eine Adresse aus. Geben Sie nur den Namen ein, mit einem Leerzeichen nach jedem Punkt.',
    too_short: 'Es sind mindestens {{min}} Zeichen nötig.',
    too_long: 'Es sind höchstens {{max}} Zeichen erlaubt.',
    missing_lower: 'Ein Kleinbuchstabe fehlt.',
    missing_upper: 'Ein Großbuchstabe fehlt.',
    missing_digit: 'Eine Ziffer fehlt.',
    missing_symbol: 'Ein Sonderzeichen fehlt, zum Beispiel - oder !',
    contains_username: 'Es darf Ihren Benutzernamen nicht enthalten.',
    contains_name: 'Es darf weder Ihren Vor- noch Ihren Nachnamen enthalten.',
    contains_email: 'Es darf Ihre E-\u2060Mail-Adresse nicht enthalten.',
    too_common:
      'Dieses Passwort ist leicht zu erraten: Es ist häufig oder besteht aus dem Namen eines Dienstes oder Unternehmens, einer Jahreszeit oder einem Monat.',
    used_before: 'Dieses Passwort wurde erst kürzlich verwendet.',
    only_digits: 'Nur Ziffern genügen nicht: Fügen Sie Buchstaben hinzu.',
    repeated: 'Es sind mindestens vier verschiedene Zeichen nötig.',
    question_required: 'Wählen Sie eine Frage.',
    question_unknown: 'Diese Frage wird nicht mehr angeboten: Wählen Sie eine andere.',
    question_repeated: 'Diese Frage ist schon gewählt: Nehmen Sie eine andere.',
    answer_too_short: 'Die Antwort braucht mindestens 2 Buchstaben oder Ziffern.',
    answers_alike: 'Diese Antwort gleicht einer anderen.',
    answer_is_username: 'Die Antwort darf nicht Ihr Benutzername sein.',
    answer_is_email: 'Die Antwort darf nicht Ihre E-\u2060Mail-Adresse sein.',
    answer_is_password: 'Die Antwort darf nicht Ihr Passwort sein.',
    amount_invalid: 'Das ist kein Betrag: Schreiben Sie Ziffern.',
    amount_ambiguous: 'Dieser Betrag ist auf zwei Arten lesbar: Wählen Sie die richtige.',
    amount_currency: 'Dieser Betrag nennt eine andere Währung als {{currency}}.',
    amount_negative: 'Der Betrag kann nicht negativ sein.',
    amount_too_large: 'Dieser Betrag ist zu hoch.',
    terms_invalid: 'Geben Sie eine ganze Zahl von Tagen ein, von 0 bis 720.',
    too_many_decimals: 'Diese Währung hat höchstens {{max}} Nachkommastellen.',
    no_decimals: 'Diese Währung wird ohne Nachkommastellen geschrieben.',
    terms_too_long: 'Diese Police deckt Zahlungsziele von höchstens {{max}} Tagen.',
    ends_before_starts: 'Das Ende muss nach dem Beginn liegen oder auf denselben Tag fallen.',
    ends_in_past: 'Dieses Datum ist vorbei: Geben Sie heute oder einen späteren Tag an.',
    country_unknown: 'Dieses Land ist nicht bekannt: Wählen Sie es aus der Liste.',
    currency_unknown: 'Diese Währung ist nicht bekannt: Wählen Sie sie aus der Liste.',
    currency_of_policy: 'Der Umsatz wird in der Währung der Police gemeldet: {{currency}}.',
    one_buyer: 'Wählen Sie einen bekannten Abnehmer oder beschreiben Sie einen, nicht beides.',
    no_limit:
      'Es gibt kein Limit, das aufgehoben werden könnte: Geben Sie einen Betrag über null an.',
    period_not_over: 'Dieser Zeitraum ist noch nicht zu Ende: Melden Sie ihn danach.',
    period_reversed:
      'Dieser Zeitraum endet vor seinem Beginn: Wählen Sie ein Ende nach dem Beginn.',
    period_in_future: 'Dieser Zeitraum endet in der Zukunft: Wählen Sie spätestens heute als Ende.',
    period_too_early: 'Die Zahlen reichen nicht vor 1900 zurück: Wählen Sie einen späteren Beginn.',
  },
}

import type { guide as french } from '../fr/guide.ts'
import type { Texts } from '../texts.ts'

export const guide: Texts<typeof french> = {
  search: 'In der Hilfe suchen',
  placeholder: 'Ein Wort: Passwort, Limit, Rechnung…',
  none: 'In der Hilfe passt nichts dazu. Versuchen Sie ein anderes Wort, oder rufen Sie den Helpdesk an.',
  count_one: '{{count}} Thema',
  count_other: '{{count}} Themen',
  here: 'Zu der Seite, auf der Sie waren',
  groups: {
    account: 'Ihr Zugang',
    work: 'Ihre Arbeit',
    app: 'Die App',
  },
  topics: {
    firstSignIn: 'Erste Anmeldung',
    security: 'Schritt 1: Sicherheit',
    personalData: 'Schritt 2: Ihre persönlichen Daten',
    forgotten: 'Passwort vergessen',
    access: 'Ihre Anmeldung',
    profile: 'Ihre Daten aktualisieren',
    home: 'Was sich geändert hat',
    limits: 'Kreditlimite',
    apply: 'Ein Limit beantragen',
    several: 'Mehrere Limite beantragen',
    turnover: 'Umsatz melden',
    exposure: 'Außenstände und Deckung',
    dashboard: 'Das Insights-Dashboard',
    buyers: 'Einen Abnehmer suchen',
    whatIf: 'Was wäre, wenn',
    monthPack: 'Monatsbericht',
    cases: 'Inkassofälle',
    partners: 'Partnerbereich',
    offline: 'Ohne Netz',
    find: 'Schnell finden',
    lock: 'Die App sperren',
    notifications: 'Benachrichtigungen',
    links: 'Eine Seite an Kollegen senden',
  },
  steps: {
    firstSignIn:
      'Wählen Sie den Dienst: Serv@Net, Collect@Net, Atradius Insights oder den Partnerbereich. Die Anmeldung ist für alle dieselbe.\nGeben Sie den Benutzernamen und das Anfangspasswort Ihrer Kontaktperson ein und klicken Sie auf „Anmelden“.\nSie werden in zwei Schritten um Angaben gebeten, nur bei dieser ersten Anmeldung.\nDas Anfangspasswort gilt 14 Tage. Ist es abgelaufen, bitten Sie Ihre Kontaktperson um ein neues.',
    security:
      'Wählen Sie ein stärkeres Passwort. Das „?“ neben dem Feld zeigt die Regeln.\nWählen Sie drei Fragen und beantworten Sie sie. Sie werden Ihnen gestellt, wenn Sie Ihr Passwort vergessen.\nMerken Sie sich die Antworten so, wie Sie sie geschrieben haben; Großschreibung und Akzente zählen nicht.',
    personalData:
      'Geben Sie Ihre E-Mail-Adresse zweimal ein. Wir benachrichtigen Sie damit, bevor Ihr Passwort abläuft, und auf Wunsch über Meldungen von Serv@Net.\nEine Adresse kann nur für ein Konto verwendet werden.\nDer Vorname ist freiwillig, der Nachname Pflicht. Wählen Sie auch Ihre Sprache.\nKlicken Sie auf „Weiter“: Die Startseite von Serv@Net öffnet sich.',
    forgotten:
      'Klicken Sie auf der Anmeldeseite auf „Passwort vergessen?“.\nGeben Sie Ihren Benutzernamen ein und gehen Sie weiter.\nBeantworten Sie Ihre persönlichen Sicherheitsfragen und gehen Sie weiter.\nWählen Sie ein neues Passwort; das „?“ zeigt die Regeln. „Zurück zur Startseite“ führt Sie zur Anmeldung.',
    access:
      'Ein Benutzername und ein Passwort öffnen Serv@Net, Collect@Net, Atradius Insights und den Partnerbereich.\nWenn Sie angemeldet bleiben, wird der Nachweis Ihrer Anmeldung im Schlüsselbund dieses Computers aufbewahrt, nie in einer lesbaren Datei. Beim Abmelden wird er gelöscht.\nPasswort vergessen? Auf der Anmeldeseite können Sie selbst ein neues wählen. Wir fragen nie per Telefon oder E-Mail nach Ihrem Passwort.',
    profile:
      'Klicken Sie in Serv@Net auf „Benutzerprofil“. Klicken Sie in Insights auf das Symbol „Mein Konto“.\nDort wählen Sie das Standardland Ihrer Suche und die erste Seite von Serv@Net; dann „Speichern“.\nPasswort, Fragen und angemeldete Geräte finden Sie unter „Sicherheit“.',
    home: 'Die Startseite von Serv@Net zeigt zuerst, was sich seit Ihrem letzten Besuch geändert hat. Haken Sie ab, was Sie gelesen haben.\nEine angekündigte Kürzung nennt den Tag, ab dem sie gilt; frühere Lieferungen behalten das alte Limit.\nHaken Sie eine Meldung ab, wenn sie erledigt ist; alle bleiben unter „Meldungen“.',
    limits:
      'Die Liste zeigt die letzte Entscheidung je Abnehmer und Police. Filtern Sie nach Land, Status oder Police.\nDie Seite eines Limits zeigt, was heute eine Lieferung deckt, die Bedingungen und den Verlauf.\nDie Spalte „Endet am“ zeigt, wann ein befristetes Limit endet.',
    apply:
      'Suchen Sie den Abnehmer nach Name oder Nummer. Ist er nicht bekannt, beschreiben Sie ihn.\nGeben Sie Police, Betrag, Zahlungsziel und gegebenenfalls ein Enddatum an.\nPrüfen und senden Sie. Ohne Verbindung wartet der Antrag auf diesem Computer und wird einmal gesendet.\nVerfolgen Sie ihn unter „Anträge“ bis zur Entscheidung.',
    several:
      'Fügen Sie eine Tabelle ein oder öffnen Sie eine CSV- oder Excel-Datei.\nPrüfen Sie, was jede Spalte enthält: Die App merkt es sich für das nächste Mal.\nBerichtigen Sie die markierten Zeilen und senden Sie alles. Jede Zeile wird bis zur Entscheidung verfolgt.',
    turnover:
      'Wählen Sie Police und Zeitraum und geben Sie den Betrag ein.\nDaneben steht der Betrag desselben Zeitraums ein Jahr zuvor.\nEine falsche Meldung berichtigen Sie durch eine neue.',
    exposure:
      'Öffnen Sie Ihre Offene-Posten-Liste (CSV oder Excel). Sie bleibt auf diesem Computer und wird nie gesendet.\nJeder Kunde wird nach Nummer, dann nach Name einem Abnehmer zugeordnet. Sagen Sie, wer er ist, wo die App unsicher ist.\nDie Seite zeigt, was gedeckt ist, was über dem Limit liegt und bis wann eine unbezahlte Rechnung zu melden ist.\nÜbernehmen Sie diese Termine in Ihren Kalender, oder entfernen Sie die Datei, wenn Sie fertig sind.',
    dashboard:
      'Wählen Sie oben Währung und Zeitraum.\nDas „?“ einer Zahl erklärt mit Ihren Beträgen, wie sie berechnet wird. Ein Klick öffnet die Zeilen dahinter.\nJedes Diagramm hat seine Tabelle, die Sie kopieren oder exportieren können.',
    buyers:
      'Tippen Sie den Anfang eines Namens oder einer Nummer: Akzente und Großschreibung zählen nicht.\nFiltern Sie nach Land, Risikoklasse, Entscheidung oder Police und sortieren Sie nach Spalten.\nBewertungen reichen von 1 bis 100; je höher, desto größer das Risiko. Ihre Notizen bleiben auf diesem Computer.',
    whatIf:
      'Nehmen Sie an, dass sich eine Währung bewegt, die größten Abnehmer sich verschlechtern oder ein Limit gekürzt wird.\nDie Seite zeigt die Zahlen vorher und nachher. Nichts wird gesendet oder behalten.',
    monthPack:
      'Wählen Sie den Monat: Der Bericht vereint die Zahlen, ihre Quellen, die Kurse und die Daten.\nSpeichern Sie ihn als PDF im Format A4, in Ihrer Sprache.',
    cases:
      'Collect@Net zeigt jeden Fall, seinen Verlauf, die eingezogenen Beträge und was noch offen ist.\nFür einen neuen Fall geben Sie Abnehmer, Police und Rechnungen an und fügen die Dokumente bei.\nOhne Verbindung wartet der Fall und wird einmal gesendet.',
    partners:
      'Für Makler: Die Liste zeigt Ihre Kunden, deren Policen und Zahlen.\nÖffnen Sie die Ansicht eines Kunden: Ein Band sagt stets, wessen Daten es sind.\nDie Dokumente sind nach Themen geordnet; Sie können sie öffnen oder speichern.',
    offline:
      'Die App zeigt die letzten Daten, die auf diesem Computer liegen, mit ihrem Datum.\nWas Sie eingeben, wartet und wird gesendet, sobald der Dienst antwortet. Die Schaltfläche oben zeigt, was wartet.\nHat sich inzwischen etwas geändert, zeigt die App beide Fassungen, und Sie wählen.',
    find: 'Strg K (⌘ K am Mac) sucht Abnehmer, Policen, Seiten und Aktionen.\nStrg 1 bis 4 öffnet einen Dienst, F5 aktualisiert, F1 öffnet diese Hilfe beim Thema der Seite.',
    lock: 'Wählen Sie in Ihrem Profil unter „Sperre“ ein Sperrpasswort.\nDie App sperrt sich, wenn Sie weg sind, oder mit Strg Umschalt L.\nHaben Sie es vergessen, melden Sie sich neu an: Was auf das Senden wartete, geht dann verloren; die App sagt es vorher.',
    notifications:
      'Wählen Sie in Ihrem Profil, worüber Sie benachrichtigt werden: Entscheidungen, Kürzungen, Verschlechterungen, Nachrichten.\nIn den Ruhezeiten erscheint nichts; alles bleibt auf der Startseite.',
    links:
      '„Link zu dieser Seite kopieren“ steht im Menü „Gehe zu“, unter der rechten Maustaste und in Strg K.\nDer Link öffnet die App auf dieser Seite, für alle, die darauf Zugriff haben. Er enthält kein Passwort und keinen Betrag.',
  },
  words: {
    firstSignIn: 'Registrierung, Benutzername, Anfangspasswort, Konto',
    security: 'Passwort, Regeln, Sicherheitsfragen, Antworten',
    personalData: 'E-Mail, Adresse, Vorname, Nachname, Sprache',
    forgotten: 'Wiederherstellung, zurücksetzen, gesperrt, Sicherheitsfragen',
    access: 'eine Identität, angemeldet bleiben, Schlüsselbund, Sicherheit',
    profile: 'Einstellungen, mein Konto, Land, erste Seite, speichern, Passwort ändern',
    home: 'Start, Neuigkeiten, Meldungen, Nachrichten, Kürzung, Frist',
    limits: 'Deckung, Entscheidung, abgelehnt, gekürzt, Police',
    apply: 'Kreditlimit erfassen, neuer Antrag, erhöhen',
    several: 'Stapel, Tabelle, Import, einfügen, CSV, XLSX',
    turnover: 'Verkäufe, Meldung, Zeitraum',
    exposure:
      'offene Posten, Debitoren, überfällig, äußerster Kreditzeitraum, Fälligkeit, Rechnungen',
    dashboard: 'ABR, Risikoannahme, Abzüge, Zeitraum, Währung',
    buyers: 'Suche, Kunde, Debitor, Bewertung, Nummer',
    whatIf: 'Annahme, Szenario, Simulation, Währung',
    monthPack: 'PDF, Vorstand, Bericht, drucken',
    cases: 'Collect@Net, unbezahlt, Rechnungen, Dokumente, Anwalt',
    partners: 'Makler, Kunden, Dokumente, Themen',
    offline: 'offline, warten, Postausgang, synchronisieren, Konflikt',
    find: 'Palette, Tastenkürzel, Tastatur, Suche',
    lock: 'abwesend, untätig, Passwort, Bildschirm',
    notifications: 'Hinweis, Ruhezeiten, Wochenende, Ton',
    links: 'Link, Adresse, teilen',
  },
}

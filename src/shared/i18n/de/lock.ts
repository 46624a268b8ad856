/** The lock's own page. */
export const lock = {
  title: 'App gesperrt',
  password: {
    own: 'Sperrpasswort',
    portal: 'Atradius-Passwort',
    former: 'Bisheriges Atradius-Passwort',
  },
  missing: 'Geben Sie Ihr Passwort ein.',
  unlock: 'Entsperren',
  unlocking: 'Wird geöffnet…',
  other: 'Andere Person',
  forgotten: {
    own: 'Passwort vergessen?',
    portal: 'Passwort anderswo geändert?',
  },
  former:
    'Ihr Atradius-Passwort wurde anderswo geändert. Geben Sie ein letztes Mal das bisherige ein: Das neue tritt an seine Stelle.',
  signedIn:
    'Sie sind angemeldet. Was auf diesem Computer aufbewahrt ist, öffnet sich noch mit diesem Passwort.',
  signIn: {
    text: 'Melden Sie sich mit Ihrem Atradius-Passwort an. Dieser Computer muss mit dem Netzwerk verbunden sein.',
    submit: 'Anmelden',
    submitting: 'Anmeldung läuft…',
    back: 'Zurück',
  },
  abandon: {
    open: 'Ohne das hier Aufbewahrte fortfahren',
    title: 'Das hier Aufbewahrte löschen?',
    text: 'Ohne dieses Passwort lassen sich Ihre Daten auf diesem Computer nicht mehr öffnen. Sie werden gelöscht, und die Sperre wird ausgeschaltet.',
    lost_one: 'Eine nicht gesendete Änderung geht verloren.',
    lost_other: '{{count}} nicht gesendete Änderungen gehen verloren.',
    confirm: 'Löschen und fortfahren',
    keep: 'Abbrechen',
  },
  waiting_one: 'Eine Änderung wartet hier auf das Senden.',
  waiting_other: '{{count}} Änderungen warten hier auf das Senden.',
  retry: 'Erneut versuchen',
  retrying: 'Verbindung wird hergestellt…',
  wait: 'Neuer Versuch möglich in {{time}}.',
  waitOver: 'Sie können es jetzt erneut versuchen.',
}

import type { updates as source } from '../fr/updates.ts'
import type { Texts } from '../texts.ts'

export const updates: Texts<typeof source> = {
  title: 'Updates',
  off: {
    policy: 'Ihre IT-Abteilung hat Updates ausgeschaltet.',
    development: 'Diese Entwicklungsversion aktualisiert sich nicht.',
    noFeed:
      'Diese Installation sucht nicht nach Updates: Fragen Sie Ihre IT-Abteilung nach neuen Versionen.',
    unverifiable:
      'Diese Installation kann nicht prüfen, wer ein Update veröffentlicht, und installiert daher keines. Bitten Sie Ihre IT-Abteilung, die App neu zu installieren.',
  },
  managed: 'Ihr Administrator aktualisiert diese App: Sie müssen nichts tun.',
  upToDate: 'Die App ist auf dem neuesten Stand.',
  notChecked: 'Die App sucht von selbst nach neuen Versionen.',
  checkedAt: {
    today: 'Heute um {{time}} geprüft',
    yesterday: 'Gestern um {{time}} geprüft',
    earlier: 'Am {{date}} geprüft',
  },
  checking: 'Suche nach einer neuen Version…',
  available: 'Version {{version}} ist verfügbar.',
  downloading: 'Version {{version}} wird heruntergeladen',
  ready: 'Version {{version}} ist bereit.',
  readyNext:
    'Starten Sie jetzt neu oder arbeiten Sie weiter: Sie wird installiert, wenn Sie die App beenden.',
  installing: 'Die App wird geschlossen und öffnet sich in Version {{version}}.',
  whatIsNew: 'Neuerungen',
  actions: {
    check: 'Jetzt suchen',
    download: 'Herunterladen',
    install: 'Jetzt neu starten',
    retry: 'Erneut versuchen',
  },
}

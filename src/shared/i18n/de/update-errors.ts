import type { updateErrors as source } from '../fr/update-errors.ts'
import type { Texts } from '../texts.ts'

export const updateErrors: Texts<typeof source> = {
  update_feed_unreachable: {
    message: 'Der Update-Server antwortet nicht.',
    next: 'Sie können weiterarbeiten: Die App versucht es in einigen Stunden von selbst erneut.',
  },
  update_feed_refused: {
    message:
      'Die Ankündigung eines Updates wurde nicht angenommen: Sie ist unlesbar oder stammt nicht von Atradius.',
    next: 'Es wurde nichts installiert, Sie können weiterarbeiten. Wenn es wieder geschieht, informieren Sie Ihre IT-Abteilung.',
  },
  update_feed_outdated: {
    message: 'Der Update-Server bietet eine ältere Version an, als er schon angekündigt hatte.',
    next: 'Sie wurde abgelehnt, Sie können weiterarbeiten. Wenn es wieder geschieht, informieren Sie Ihre IT-Abteilung.',
  },
  update_file_refused: {
    message: 'Die empfangene Update-Datei ist nicht die, die Atradius veröffentlicht hat.',
    next: 'Sie wurde gelöscht und nichts wurde installiert. Versuchen Sie es später erneut; wenn es wieder geschieht, informieren Sie Ihre IT-Abteilung.',
  },
  update_interrupted: {
    message: 'Das Herunterladen des Updates wurde unterbrochen.',
    next: 'Was schon empfangen ist, bleibt erhalten: Die App setzt es von selbst fort, oder sofort, wenn Sie es möchten.',
  },
  update_edits_sending: {
    message: 'Eine Änderung wird gerade gesendet: Die App wird jetzt nicht geschlossen.',
    next: 'Warten Sie einige Sekunden und versuchen Sie es erneut.',
  },
  update_typed_unsaved: {
    message: 'Eine Seite enthält Angaben, die Sie noch nicht gespeichert haben.',
    next: 'Speichern oder verwerfen Sie sie und wiederholen Sie den Schritt. Das Update wird ohnehin installiert, wenn Sie die App beenden.',
  },
  update_not_installed: {
    message: 'Das Update konnte nicht installiert werden.',
    next: 'Diese Version funktioniert weiter. Schließen Sie die App und öffnen Sie sie erneut; wenn es wieder geschieht, informieren Sie Ihre IT-Abteilung.',
  },
  update_went_back: {
    message:
      'Version {{version}} ließ sich auf diesem Computer nicht öffnen: Die App ist zur vorigen zurückgekehrt.',
    next: 'Sie müssen nichts tun: Diese Version wird nicht mehr angeboten, Ihre Daten sind unversehrt. Melden Sie es dem Helpdesk, wenn Sie darauf gewartet haben.',
  },
  store_newer: {
    message: 'Die Daten auf diesem Computer wurden von einer neueren Version der App gespeichert.',
    next: 'Sie bleiben unverändert. Installieren Sie die neueste Version: Bis dahin wird auf dem Computer nichts Neues gespeichert.',
  },
  store_not_migrated: {
    message: 'Die Daten dieses Computers konnten nicht an diese Version der App angepasst werden.',
    next: 'Sie bleiben unversehrt, und die vorige Version öffnet sie. Wenden Sie sich an den Helpdesk: Bis dahin wird nichts Neues auf dem Computer aufbewahrt.',
  },
}

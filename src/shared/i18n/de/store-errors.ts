import type { storeErrors as source } from '../fr/store-errors.ts'
import type { Texts } from '../texts.ts'

export const storeErrors: Texts<typeof source> = {
  disk_full: {
    message: 'Der Datenträger dieses Computers ist voll.',
    next: 'Schaffen Sie Platz und versuchen Sie es erneut. Bis dahin wird nichts auf dem Computer aufbewahrt.',
  },
  storage_failed: {
    message: 'Die Daten konnten nicht auf diesem Computer gespeichert werden.',
    next: 'Versuchen Sie es erneut. Bleibt es dabei, bitten Sie Ihre IT-Abteilung, die Zugriffsrechte auf Ihren Ordner zu prüfen.',
  },
  edits_waiting: {
    message: 'Einige Änderungen sind noch nicht bei Atradius: {{count}}. Sie gingen verloren.',
    next: 'Warten Sie, bis sie gesendet sind, speichern Sie sie in einer Datei, oder melden Sie sich ab und verwerfen Sie sie.',
  },
  store_damaged: {
    message: 'Auf diesem Computer gespeicherte Daten waren beschädigt.',
    next: 'Sie wurden beiseitegelegt, und was noch lesbar war, wurde übernommen. Prüfen Sie, was Sie noch nicht gespeichert hatten.',
  },
  store_key_missing: {
    message:
      'Daten auf diesem Computer lassen sich nicht mehr öffnen: Ihr Schlüssel ist nicht mehr im Schlüsselbund.',
    next: 'Ihre Daten werden erneut vom Dienst geladen. Was noch nicht gesendet war, müssen Sie wiederholen.',
    next_one:
      'Ihre Daten werden erneut vom Dienst geladen. Eine Änderung war noch nicht gesendet: Bitte wiederholen Sie sie.',
    next_other:
      'Ihre Daten werden erneut vom Dienst geladen. {{count}} Änderungen waren noch nicht gesendet: Bitte wiederholen Sie sie.',
  },
  store_unavailable: {
    message: 'Ein Teil der App fehlt: Auf diesem Computer kann nichts gespeichert werden.',
    next: 'Mit Verbindung können Sie arbeiten. Installieren Sie die App neu, oder bitten Sie Ihre IT-Abteilung darum.',
  },
}

import type { start as source } from '../fr/start.ts'
import type { Texts } from '../texts.ts'

export const start: Texts<typeof source> = {
  title: 'Atradius Services Online konnte nicht geöffnet werden',
  switch:
    'Die App wurde mit einer Option gestartet, die sie nicht annimmt: {{name}}\n\nÖffnen Sie sie bitte über das Menü Ihres Computers. Erscheint diese Meldung erneut, wurde eine Verknüpfung verändert: Informieren Sie bitte Ihre IT-Abteilung.',
  folder:
    'Die App kann nicht in ihren Ordner schreiben:\n{{path}}\n\nBitten Sie Ihre IT-Abteilung zu prüfen, ob dieser Ordner vorhanden ist und ob Sie darin schreiben dürfen. Öffnen Sie die App danach erneut.',
  damaged:
    'Ein Teil der App fehlt oder ist beschädigt.\n\nInstallieren Sie die App bitte erneut oder bitten Sie Ihre IT-Abteilung darum. Was Sie bereits gespeichert hatten, bleibt erhalten.',
  unexpected:
    'Ein unerwarteter Fehler ist aufgetreten.\n\nÖffnen Sie die App bitte erneut. Erscheint diese Meldung wieder, starten Sie Ihren Computer neu und wenden Sie sich dann an den Helpdesk. Was Sie bereits gespeichert hatten, bleibt erhalten.',
  updateFails:
    'Version {{version}} hat sich nicht wie vorgesehen geöffnet, und die App konnte nicht von selbst zur vorigen zurückkehren.\n\nSie versucht noch einmal, sich zu öffnen. Wenn nichts erscheint, installieren Sie die vorige Version erneut, oder bitten Sie Ihre IT-Abteilung darum. Was Sie schon gespeichert hatten, bleibt erhalten.',
}

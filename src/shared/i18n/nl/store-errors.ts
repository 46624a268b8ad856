import type { storeErrors as source } from '../fr/store-errors.ts'
import type { Texts } from '../texts.ts'

export const storeErrors: Texts<typeof source> = {
  disk_full: {
    message: 'De schijf van deze computer is vol.',
    next: 'Maak ruimte vrij en probeer het opnieuw. Tot dan wordt er niets op de computer bewaard.',
  },
  storage_failed: {
    message: 'De gegevens konden niet op deze computer worden bewaard.',
    next: 'Probeer het opnieuw. Blijft dit gebeuren, vraag dan uw IT-afdeling de toegangsrechten van uw map te controleren.',
  },
  edits_waiting: {
    message: 'Er zijn wijzigingen die Atradius nog niet heeft: {{count}}. Ze zouden verloren gaan.',
    next: 'Wacht tot ze verzonden zijn, bewaar ze in een bestand, of meld u af en laat ze vervallen.',
  },
  store_damaged: {
    message: 'Gegevens op deze computer waren beschadigd.',
    next: 'Ze zijn opzijgezet en wat nog leesbaar was, is overgenomen. Controleer wat u nog niet had opgeslagen.',
  },
  store_key_missing: {
    message:
      'Gegevens op deze computer kunnen niet meer worden geopend: hun sleutel zit niet meer in de sleutelhanger.',
    next: 'Uw gegevens worden opnieuw opgehaald bij de dienst. Wat nog niet verzonden was, moet u opnieuw doen.',
    next_one:
      'Uw gegevens worden opnieuw opgehaald bij de dienst. Eén wijziging was nog niet verzonden: die moet u opnieuw doen.',
    next_other:
      'Uw gegevens worden opnieuw opgehaald bij de dienst. {{count}} wijzigingen waren nog niet verzonden: die moet u opnieuw doen.',
  },
  store_unavailable: {
    message: 'Een deel van de app ontbreekt: er kan niets op deze computer worden bewaard.',
    next: 'U kunt met verbinding gewoon werken. Installeer de app opnieuw, of vraag het aan uw IT-afdeling.',
  },
}

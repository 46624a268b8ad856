import type { updateErrors as source } from '../fr/update-errors.ts'
import type { Texts } from '../texts.ts'

export const updateErrors: Texts<typeof source> = {
  update_feed_unreachable: {
    message: 'De updateserver antwoordt niet.',
    next: 'U kunt gewoon doorwerken: de app probeert het over enkele uren vanzelf opnieuw.',
  },
  update_feed_refused: {
    message:
      'De aankondiging van een update is niet aanvaard: ze is onleesbaar of komt niet van Atradius.',
    next: 'Er is niets geïnstalleerd en u kunt gewoon doorwerken. Gebeurt het weer, meld dit dan aan uw IT-afdeling.',
  },
  update_feed_outdated: {
    message: 'De updateserver biedt een oudere versie aan dan hij al had aangekondigd.',
    next: 'Die is geweigerd en u kunt gewoon doorwerken. Gebeurt het weer, meld dit dan aan uw IT-afdeling.',
  },
  update_file_refused: {
    message: 'Het ontvangen updatebestand is niet het bestand dat Atradius heeft gepubliceerd.',
    next: 'Het is verwijderd en er is niets geïnstalleerd. Probeer het later opnieuw; gebeurt het weer, meld dit dan aan uw IT-afdeling.',
  },
  update_interrupted: {
    message: 'Het downloaden van de update is onderbroken.',
    next: 'Wat al binnen is, blijft bewaard: de app gaat er vanzelf mee verder, of meteen als u dat vraagt.',
  },
  update_edits_sending: {
    message: 'Er wordt een wijziging verzonden: de app wordt nu niet gesloten.',
    next: 'Wacht enkele seconden en probeer het opnieuw.',
  },
  update_typed_unsaved: {
    message: 'Een pagina bevat gegevens die u nog niet hebt opgeslagen.',
    next: 'Sla ze op of laat ze vallen en doe het dan opnieuw. De update wordt hoe dan ook geïnstalleerd wanneer u de app afsluit.',
  },
  update_not_installed: {
    message: 'De update kon niet worden geïnstalleerd.',
    next: 'Deze versie blijft gewoon werken. Sluit de app en open deze opnieuw; gebeurt het weer, meld dit dan aan uw IT-afdeling.',
  },
  update_went_back: {
    message:
      'Versie {{version}} ging op deze computer niet open: de app is teruggekeerd naar de vorige.',
    next: 'U hoeft niets te doen: die versie wordt niet meer aangeboden en uw gegevens zijn intact. Meld het aan de Helpdesk als u erop wachtte.',
  },
  store_newer: {
    message: 'De gegevens op deze computer zijn door een nieuwere versie van de app opgeslagen.',
    next: 'Ze blijven ongewijzigd. Installeer de nieuwste versie: tot dan wordt er niets nieuws op de computer bewaard.',
  },
  store_not_migrated: {
    message:
      'De gegevens van deze computer konden niet aan deze versie van de app worden aangepast.',
    next: 'Ze blijven intact en de vorige versie kan ze openen. Neem contact op met de Helpdesk: tot dan wordt er niets nieuws op de computer bewaard.',
  },
}

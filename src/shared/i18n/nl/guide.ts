import type { guide as french } from '../fr/guide.ts'
import type { Texts } from '../texts.ts'

export const guide: Texts<typeof french> = {
  search: 'Zoeken in de hulp',
  placeholder: 'Een woord: wachtwoord, limiet, factuur…',
  none: 'Niets in de hulp komt overeen. Probeer een ander woord, of bel de Helpdesk.',
  count_one: '{{count}} onderwerp',
  count_other: '{{count}} onderwerpen',
  here: 'Over de pagina waar u was',
  groups: {
    account: 'Uw toegang',
    work: 'Uw werk',
    app: 'De app',
  },
  topics: {
    firstSignIn: 'Eerste keer aanmelden',
    security: 'Stap 1: beveiliging',
    personalData: 'Stap 2: uw persoonlijke gegevens',
    forgotten: 'Wachtwoord vergeten',
    access: 'Uw aanmelding',
    profile: 'Uw gegevens bijwerken',
    home: 'Wat er veranderd is',
    limits: 'Kredietlimieten',
    apply: 'Een limiet aanvragen',
    several: 'Meerdere limieten aanvragen',
    turnover: 'Omzet aangeven',
    exposure: 'Uitstaand bedrag en dekking',
    dashboard: 'Het Insights-dashboard',
    buyers: 'Een afnemer zoeken',
    whatIf: 'Wat als',
    monthPack: 'Maandrapport',
    cases: 'Incassodossiers',
    partners: 'Partnerzone',
    offline: 'Zonder netwerk',
    find: 'Snel vinden',
    lock: 'De app vergrendelen',
    notifications: 'Meldingen van het systeem',
    links: 'Een pagina naar een collega sturen',
  },
  steps: {
    firstSignIn:
      'Kies de dienst die u wilt openen: Serv@Net, Collect@Net, Atradius Insights of de Partnerzone. Het aanmeldscherm is voor alle diensten hetzelfde.\nVoer de gebruikersnaam en het initiële wachtwoord in die u van uw contactpersoon kreeg en klik op ‘Aanmelden’.\nU wordt in twee stappen om gegevens gevraagd, alleen bij deze eerste keer.\nHet initiële wachtwoord is 14 dagen geldig. Is het verlopen, vraag uw contactpersoon dan om een nieuw.',
    security:
      'Kies een sterker wachtwoord. Het ‘?’ naast het veld toont de regels.\nKies drie vragen en beantwoord ze. Ze worden u gesteld als u uw wachtwoord vergeet.\nOnthoud uw antwoorden zoals u ze schreef; hoofdletters en accenten tellen niet.',
    personalData:
      'Voer uw e-mailadres twee keer in. We gebruiken het om u te waarschuwen voordat uw wachtwoord verloopt en, als u dat wilt, voor Serv@Net-meldingen.\nEen adres kan maar voor één account worden gebruikt.\nDe voornaam is facultatief, de achternaam verplicht. Kies ook uw taal.\nKlik op ‘Volgende’: de startpagina van Serv@Net gaat open.',
    forgotten:
      'Klik op het aanmeldscherm op ‘Wachtwoord vergeten?’.\nVoer uw gebruikersnaam in en ga verder.\nBeantwoord uw persoonlijke beveiligingsvragen en ga verder.\nKies een nieuw wachtwoord; het ‘?’ toont de regels. ‘Terug naar de startpagina’ brengt u naar het aanmelden.',
    access:
      'Eén gebruikersnaam en één wachtwoord openen Serv@Net, Collect@Net, Atradius Insights en de Partnerzone.\nKiest u ervoor aangemeld te blijven, dan wordt het bewijs van uw aanmelding in de sleutelhanger van deze computer bewaard, nooit in een leesbaar bestand. Afmelden wist het.\nWachtwoord vergeten? Op de aanmeldpagina kunt u zelf een nieuw kiezen. Wij vragen nooit per telefoon of e-mail naar uw wachtwoord.',
    profile:
      'Klik in Serv@Net op ‘Gebruikersprofiel’. Klik in Insights op het pictogram ‘Mijn account’.\nDaar kiest u het standaardland van uw zoekopdrachten en de eerste pagina van Serv@Net; klik dan op ‘Opslaan’.\nWachtwoord, vragen en aangemelde apparaten staan onder ‘Beveiliging’.',
    home: 'De startpagina van Serv@Net toont eerst wat er sinds uw vorige bezoek is veranderd. Vink af wat u hebt gelezen.\nEen aangekondigde verlaging zegt vanaf welke dag zij geldt; leveringen van daarvoor houden de oude limiet.\nVink een melding af als u haar hebt behandeld; alle meldingen blijven onder ‘Meldingen’.',
    limits:
      'De lijst toont de laatste beslissing per afnemer en polis. Filter op land, status of polis.\nDe pagina van een limiet toont wat een levering vandaag dekt, de voorwaarden en het verloop.\nDe kolom ‘Eindigt op’ toont wanneer een tijdelijke limiet eindigt.',
    apply:
      'Zoek de afnemer op naam of nummer. Is hij niet bekend, beschrijf hem dan.\nVul de polis, het bedrag, de betalingstermijn en zo nodig een einddatum in.\nControleer en verzend. Zonder verbinding wacht de aanvraag op deze computer en wordt zij één keer verzonden.\nVolg haar onder ‘Aanvragen’ tot de beslissing.',
    several:
      'Plak een tabel of open een CSV- of Excel-bestand.\nControleer wat elke kolom bevat: de app onthoudt het voor de volgende keer.\nVerbeter de gemarkeerde regels en verzend alles. Elke regel wordt gevolgd tot de beslissing.',
    turnover:
      'Kies de polis en de periode en vul het bedrag in.\nHet bedrag van dezelfde periode een jaar eerder staat ernaast.\nEen verkeerde aangifte verbetert u met een nieuwe.',
    exposure:
      'Open uw ouderdomslijst van debiteuren (CSV of Excel). Zij blijft op deze computer en wordt nooit verzonden.\nElke klant wordt op nummer en dan op naam aan een afnemer gekoppeld. Zeg wie het is waar de app twijfelt.\nDe pagina toont wat gedekt is, wat boven de limiet ligt en tot wanneer een onbetaalde factuur gemeld moet worden.\nZet deze datums in uw agenda, of verwijder het bestand als u klaar bent.',
    dashboard:
      'Kies bovenaan de valuta en de periode.\nHet ‘?’ bij een cijfer legt uit hoe het wordt berekend, met uw bedragen. Een klik opent de regels erachter.\nElke grafiek heeft een tabel, die u kunt kopiëren of exporteren.',
    buyers:
      'Typ het begin van een naam of nummer: accenten en hoofdletters tellen niet.\nFilter op land, risicoklasse, beslissing of polis en sorteer per kolom.\nRatings lopen van 1 tot 100; hoe hoger, hoe groter het risico. Uw eigen notities blijven op deze computer.',
    whatIf:
      'Veronderstel dat een valuta beweegt, dat de grootste afnemers verslechteren of dat een limiet wordt verlaagd.\nDe pagina toont de cijfers ervoor en erna. Niets wordt verzonden of bewaard.',
    monthPack:
      'Kies de maand: het rapport verzamelt de cijfers, hun bronnen, de koersen en de datums.\nSla het op als PDF op A4, in uw taal.',
    cases:
      'Collect@Net toont elk dossier, het verloop, de geïnde bedragen en wat nog openstaat.\nVul voor een nieuw dossier de afnemer, de polis en de facturen in en voeg de documenten toe.\nZonder verbinding wacht het dossier en wordt het één keer verzonden.',
    partners:
      'Voor makelaars: de lijst toont uw klanten, hun polissen en hun cijfers.\nOpen de weergave van een klant: een balk zegt steeds van wie de gegevens zijn.\nDocumenten staan per thema; u kunt ze openen of opslaan.',
    offline:
      'De app toont de laatste gegevens die op deze computer bewaard zijn, met hun datum.\nWat u invoert, wacht en wordt verzonden zodra de dienst antwoordt. De knop bovenaan het venster toont wat wacht.\nIs er intussen iets veranderd, dan toont de app beide versies en kiest u.',
    find: 'Ctrl K (⌘ K op een Mac) zoekt een afnemer, een polis, een pagina of een handeling.\nCtrl 1 tot 4 opent een dienst, F5 ververst, F1 opent deze hulp bij het onderwerp van de pagina.',
    lock: 'Kies een vergrendelwachtwoord in uw profiel, onder ‘Vergrendeling’.\nDe app vergrendelt zich als u weg bent, of met Ctrl Shift L.\nBent u het vergeten, meld u dan opnieuw aan: wat op verzending wachtte, gaat dan verloren, en de app zegt dat eerst.',
    notifications:
      'Kies in uw profiel waarvan u een melding wilt: beslissingen, verlagingen, verslechteringen, berichten.\nTijdens stille uren verschijnt niets; alles blijft op de startpagina.',
    links:
      '‘Link naar deze pagina kopiëren’ staat in het menu ‘Ga naar’, onder de rechtermuisknop en in Ctrl K.\nDe link opent de app op deze pagina, voor wie er toegang toe heeft. Hij bevat geen wachtwoord en geen bedrag.',
  },
  words: {
    firstSignIn: 'registratie, gebruikersnaam, initieel wachtwoord, account',
    security: 'wachtwoord, regels, geheime vragen, antwoorden',
    personalData: 'e-mail, adres, voornaam, achternaam, taal',
    forgotten: 'herstel, resetten, geblokkeerd, beveiligingsvragen',
    access: 'één identiteit, aangemeld blijven, sleutelhanger, veiligheid',
    profile: 'voorkeuren, mijn account, land, eerste pagina, opslaan, wachtwoord wijzigen',
    home: 'start, nieuws, meldingen, berichten, verlaging, opzegtermijn',
    limits: 'dekking, beslissing, geweigerd, verlaagd, polis',
    apply: 'kredietlimiet registreren, nieuwe aanvraag, verhogen',
    several: 'reeks, tabel, importeren, plakken, CSV, XLSX',
    turnover: 'verkoop, aangifte, periode',
    exposure:
      'grootboek, debiteuren, achterstallig, maximale verlengingstermijn, vervaldatum, facturen',
    dashboard: 'ABR, risicoacceptatie, aftrek, periode, valuta',
    buyers: 'zoeken, klant, debiteur, rating, nummer',
    whatIf: 'hypothese, scenario, simuleren, valuta',
    monthPack: 'PDF, bestuur, rapport, afdrukken',
    cases: 'Collect@Net, onbetaald, facturen, documenten, advocaat',
    partners: 'makelaar, klanten, documenten, thema’s',
    offline: 'offline, wachten, postvak uit, synchroniseren, conflict',
    find: 'palet, sneltoetsen, toetsenbord, zoeken',
    lock: 'afwezig, inactief, wachtwoord, scherm',
    notifications: 'waarschuwen, stille uren, weekend, geluid',
    links: 'link, adres, delen',
  },
}

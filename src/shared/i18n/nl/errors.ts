import type { errors as source } from '../fr/errors.ts'
import type { Texts } from '../texts.ts'
import { tableErrors } from './table-errors.ts'
import { caseErrors, caseFields } from './case-errors.ts'
import { updateErrors } from './update-errors.ts'
import { lockErrors } from './lock-errors.ts'
import { storeErrors } from './store-errors.ts'

export const errors: Texts<typeof source> = {
  invalid_request: {
    message: 'Sommige gegevens zijn niet aanvaard.',
    next: 'Controleer de gemarkeerde velden en probeer het opnieuw.',
  },
  invalid_credentials: {
    message: 'Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar.',
    next: 'Controleer beide, ook de hoofdletters. Helpt dat niet, kies dan ‘Wachtwoord vergeten?’.',
  },
  unauthenticated: {
    message: 'U bent niet aangemeld.',
    next: 'Meld u aan en probeer het opnieuw.',
  },
  token_expired: {
    message: 'Uw aanmelding is verlopen.',
    next: 'Meld u opnieuw aan om verder te gaan.',
  },
  session_ended: {
    message: 'Uw sessie is beëindigd.',
    next: 'Meld u opnieuw aan: u gaat verder waar u gebleven was.',
  },
  enrolment_required: {
    message: 'De registratie van uw account is nog niet voltooid.',
    next: 'Doorloop beide stappen om deze dienst te gebruiken.',
  },
  password_change_required: {
    message: 'Uw wachtwoord moet worden vervangen.',
    next: 'Kies een nieuw wachtwoord om verder te gaan.',
  },
  initial_password_expired: {
    message: 'Uw startwachtwoord is niet meer geldig: het was 14 dagen bruikbaar.',
    next: 'Vraag een nieuw aan uw contactpersoon.',
  },
  reauthentication_required: {
    message: 'Voor deze handeling moet u uw identiteit bevestigen.',
    next: 'Voer uw wachtwoord opnieuw in.',
  },
  forbidden: {
    message: 'Uw account geeft geen toegang tot deze dienst.',
    next: 'Hebt u de dienst nodig, vraag dan toegang aan uw contactpersoon.',
  },
  not_found: {
    message: 'Dit onderdeel bestaat niet of niet meer.',
    next: 'Ga terug naar de vorige pagina: die toont wat er nog is.',
  },
  method_not_allowed: {
    message: 'De dienst biedt deze actie niet aan.',
    next: 'Installeer de nieuwste versie van de app. Blijft dit gebeuren, neem dan contact op met de Helpdesk.',
  },
  email_taken: {
    message: 'Dit e-\u2060mailadres wordt al gebruikt door een ander account.',
    next: 'Voer een ander adres in: accounts kunnen geen adres delen.',
  },
  application_pending: {
    message: 'Een aanvraag voor deze afnemer wordt al behandeld.',
    next: 'Open die om ze te volgen. Wacht voor een ander bedrag op de beslissing, of neem contact met ons op.',
  },
  idempotency_conflict: {
    message: 'Onder dezelfde referentie is al een andere aanvraag verzonden.',
    next: 'Controleer wat er is opgeslagen voordat u een nieuwe aanvraag verzendt.',
  },
  in_progress: {
    message: 'Deze aanvraag wordt al verwerkt.',
    next: 'Wacht enkele seconden en probeer het dan opnieuw.',
  },
  invalid_state: {
    message: 'U bent niet meer bij deze stap.',
    next: 'Verlaat de pagina en open die opnieuw om te zien bij welke stap u bent.',
  },
  flow_expired: {
    message: 'De termijn om dit af te ronden is verstreken.',
    next: 'Begin opnieuw. Is dit uw eerste aanmelding, vraag dan eerst een nieuw startwachtwoord aan uw contactpersoon.',
  },
  cursor_expired: {
    message: 'Deze computer is te lang niet bijgewerkt.',
    next: 'Open de pagina opnieuw: al uw gegevens worden dan opnieuw gelezen.',
  },
  precondition_failed: {
    message: 'Deze gegevens zijn intussen elders gewijzigd.',
    next: 'Open de pagina opnieuw, kijk wat er is gewijzigd en sla dan opnieuw op.',
  },
  precondition_required: {
    message: 'Deze gegevens moeten opnieuw worden gelezen voordat u ze wijzigt.',
    next: 'Verlaat deze pagina, open haar weer en begin opnieuw.',
  },
  payload_too_large: {
    message: 'Uw invoer is te lang om te verzenden.',
    next: 'Maak de invoer korter en probeer het opnieuw.',
  },
  unsupported_media_type: {
    message: 'De dienst herkende de vorm van de aanvraag niet.',
    next: 'Installeer de nieuwste versie van de app. Blijft dit gebeuren, neem dan contact op met de Helpdesk.',
  },
  expectation_failed: {
    message: 'Iets in uw netwerk heeft deze aanvraag gewijzigd.',
    next: 'Probeer het opnieuw via een ander netwerk. Blijft dit gebeuren, neem dan contact op met uw IT-afdeling.',
  },
  password_policy: {
    message: 'Dit wachtwoord voldoet nog niet aan alle regels.',
    next: 'Verbeter de gemarkeerde punten.',
  },
  answers_policy: {
    message: 'Sommige vragen of antwoorden kunnen niet worden gebruikt.',
    next: 'Verbeter de gemarkeerde punten.',
  },
  verification_failed: {
    message: 'Wat u hebt ingevoerd, kon niet worden bevestigd.',
    next: 'Controleer alles wat u hebt ingevoerd en probeer het opnieuw.',
  },
  code_expired: {
    message: 'De geldigheid van deze code is verstreken.',
    next: 'Vraag een nieuwe code aan en voer die in. Er is geen poging geteld.',
  },
  too_many_attempts: {
    message: 'Er waren te veel pogingen in korte tijd.',
    next: 'Wacht tot de wachttijd voorbij is en probeer het opnieuw. Uw account is niet geblokkeerd.',
  },
  internal: {
    message: 'Er is een fout opgetreden bij de dienst.',
    next: 'Probeer het over enkele minuten opnieuw. Blijft dit gebeuren, neem dan contact op met de Helpdesk.',
  },
  unavailable: {
    message: 'De dienst is tijdelijk niet beschikbaar.',
    next: 'Probeer het over enkele minuten opnieuw.',
  },
  network_offline: {
    message: 'Deze computer is niet verbonden met het internet.',
    next: 'Controleer het netwerk of de wifi en probeer het opnieuw.',
  },
  portal_unreachable: {
    message: 'De dienst van Atradius is niet bereikbaar.',
    next: 'Probeer het over enkele minuten opnieuw. Openen andere websites wel, meld dit dan aan uw IT-afdeling.',
  },
  portal_timeout: {
    message: 'De dienst van Atradius doet er te lang over om te antwoorden.',
    next: 'Probeer het zo dadelijk opnieuw.',
  },
  portal_answer_invalid: {
    message: 'In plaats van het antwoord van Atradius kwam er een onverwacht antwoord.',
    next: 'Vraagt uw netwerk om u in een browser aan te melden, doe dat dan en probeer het opnieuw. Meld dit anders aan uw IT-afdeling.',
  },
  proxy_authentication_required: {
    message: 'De proxy van uw netwerk vraagt om identificatie.',
    next: 'Dit ligt niet aan uw Atradius-wachtwoord: neem contact op met uw IT-afdeling.',
  },
  certificate_untrusted: {
    message: 'De verbinding met de dienst is niet veilig: het certificaat wordt niet vertrouwd.',
    next: 'Er is niets verzonden. Vaak is de proxy van het bedrijf de oorzaak: neem contact op met uw IT-afdeling.',
  },
  clock_wrong: {
    message: 'De klok van deze computer komt niet overeen met die van de dienst.',
    next: 'Stel de datum en tijd van de computer in en probeer het opnieuw.',
  },
  keychain_absent: {
    message: 'Deze computer heeft geen bruikbare sleutelhanger.',
    next: 'U kunt gewoon werken; u moet zich wel bij elke start van de app opnieuw aanmelden.',
  },
  keychain_locked: {
    message: 'De sleutelhanger van deze computer is vergrendeld.',
    next: 'Ontgrendel deze en probeer het opnieuw. Tot dan wordt uw aanmelding niet bewaard.',
  },
  keychain_refused: {
    message: 'De sleutelhanger van deze computer heeft de toegang geweigerd.',
    next: 'Geef Atradius Services Online toestemming en probeer het opnieuw. Tot dan wordt uw aanmelding niet bewaard.',
  },
  page_not_printed: {
    message: 'De pdf kon niet worden gemaakt.',
    next: 'Probeer het opnieuw. Blijft dit gebeuren, sluit de app dan, open ze weer en probeer nog eens.',
  },
  configuration_invalid: {
    message: 'De configuratie van deze computer kan niet worden gelezen.',
    next: 'Zolang dat zo is, kan er geen verbinding worden gemaakt. Geef dit door aan uw IT-afdeling: {{path}}',
  },
  already_running: {
    message: 'De app is al geopend.',
    next: 'Het bestaande venster is naar voren gehaald.',
  },
  deep_link_invalid: {
    message: 'Deze link leidt nergens heen in de app.',
    next: 'Vraag de afzender om een nieuwe link.',
  },
  link_not_opened: {
    message: 'Deze computer heeft voor dit contact geen programma geopend.',
    next: 'Neem het zelf over: {{target}}',
  },
  sender_forbidden: {
    message: 'Dit verzoek kwam niet van een pagina van de app en is geweigerd.',
    next: 'Sluit de app en open deze opnieuw. Gebeurt het weer, neem dan contact op met de Helpdesk.',
  },
  unexpected: {
    message: 'Er is een onverwachte fout opgetreden.',
    next: 'Probeer het opnieuw. Blijft dit gebeuren, herstart dan de app of neem contact op met de Helpdesk.',
  },
  ...storeErrors,
  ...lockErrors,
  ...updateErrors,
  ...tableErrors,
  ...caseErrors,
  retried: {
    still: 'Er is nog niets veranderd.',
    keychain: 'De sleutelhanger werkt weer.',
    session: 'De sleutelhanger werkt weer. Uw aanmelding wordt erin bewaard.',
    storage: 'De gegevens worden weer op deze computer bewaard.',
  },
  wait: {
    countdown: 'U kunt het opnieuw proberen over {{wait}}.',
    over: 'U kunt het nu opnieuw proberen.',
  },
  fields: {
    ...caseFields,
    required: 'Vul dit veld in.',
    invalid: 'Deze waarde wordt niet aanvaard.',
    email_invalid: 'Het adres moet lijken op naam@bedrijf.nl.',
    email_accents: 'Vóór de @ zijn alleen letters zonder accent toegestaan.',
    emails_differ: 'De twee e-\u2060mailadressen zijn niet gelijk.',
    email_taken: 'Dit adres wordt al gebruikt door een ander account.',
    code_numeric: 'De code heeft zes cijfers.',
    code_alphanumeric: 'De code heeft acht letters en cijfers, zonder O, I, L, 0 of 1.',
    invalid_credentials: 'Dit wachtwoord is niet juist.',
    passwords_differ: 'De twee wachtwoorden zijn niet gelijk.',
    email_unchanged: 'Dit is al uw adres.',
    name_link:
      'Deze naam lijkt op een link of een adres. Voer alleen de naam in, met een spatie na elke punt.',
    too_short: 'Er zijn minstens {{min}} tekens nodig.',
    too_long: 'Er zijn hoogstens {{max}} tekens toegestaan.',
    missing_lower: 'Er ontbreekt een kleine letter.',
    missing_upper: 'Er ontbreekt een hoofdletter.',
    missing_digit: 'Er ontbreekt een cijfer.',
    missing_symbol: 'Er ontbreekt een symbool, bijvoorbeeld - of !',
    contains_username: 'Het mag uw gebruikersnaam niet bevatten.',
    contains_name: 'Het mag uw voor- of achternaam niet bevatten.',
    contains_email: 'Het mag uw e-\u2060mailadres niet bevatten.',
    too_common:
      'Dit wachtwoord is gemakkelijk te raden: het is veelgebruikt, of bestaat uit de naam van een dienst of bedrijf, een seizoen of een maand.',
    used_before: 'Dit wachtwoord is onlangs al gebruikt.',
    only_digits: 'Alleen cijfers volstaat niet: voeg letters toe.',
    repeated: 'Er zijn minstens vier verschillende tekens nodig.',
    question_required: 'Kies een vraag.',
    question_unknown: 'Deze vraag wordt niet meer aangeboden: kies een andere.',
    question_repeated: 'Deze vraag is al gekozen: neem een andere.',
    answer_too_short: 'Het antwoord moet minstens 2 letters of cijfers hebben.',
    answers_alike: 'Dit antwoord is gelijk aan een ander antwoord.',
    answer_is_username: 'Het antwoord mag niet uw gebruikersnaam zijn.',
    answer_is_email: 'Het antwoord mag niet uw e-\u2060mailadres zijn.',
    answer_is_password: 'Het antwoord mag niet uw wachtwoord zijn.',
    amount_invalid: 'Dit is geen bedrag: schrijf cijfers.',
    amount_ambiguous: 'Dit bedrag kan op twee manieren worden gelezen: kies de juiste.',
    amount_currency: 'Dit bedrag noemt een andere valuta dan {{currency}}.',
    amount_negative: 'Het bedrag kan niet negatief zijn.',
    amount_too_large: 'Dit bedrag is te hoog.',
    terms_invalid: 'Vul een heel aantal dagen in, van 0 tot 720.',
    too_many_decimals: 'Deze munt heeft hoogstens {{max}} decimalen.',
    no_decimals: 'Deze munt wordt zonder decimalen geschreven.',
    terms_too_long: 'Deze polis dekt betalingstermijnen van hoogstens {{max}} dagen.',
    ends_before_starts: 'Het einde moet na het begin liggen, of op dezelfde dag.',
    ends_in_past: 'Deze datum is voorbij: vul vandaag of een latere dag in.',
    country_unknown: 'Dit land is niet bekend: kies het uit de lijst.',
    currency_unknown: 'Deze munt is niet bekend: kies ze uit de lijst.',
    currency_of_policy: 'De omzet wordt aangegeven in de munt van de polis: {{currency}}.',
    one_buyer: 'Kies een bekende afnemer of beschrijf er een: niet beide.',
    no_limit: 'Er is geen limiet om op te heffen: vul een bedrag boven nul in.',
    period_not_over: 'Deze periode is nog niet voorbij: geef ze daarna aan.',
    period_reversed: 'Deze periode eindigt voor ze begint: kies een einde na het begin.',
    period_in_future: 'Deze periode eindigt in de toekomst: kies uiterlijk vandaag als einde.',
    period_too_early: 'Cijfers gaan niet verder terug dan 1900: kies een later begin.',
  },
}

import type { help as source } from '../fr/help.ts'
import type { Texts } from '../texts.ts'

export const help: Texts<typeof source> = {
  title: 'Help',
  intro: 'Het belangrijkste om u aan te melden en zonder tijdverlies te werken.',
  signIn: {
    title: 'Uw aanmelding',
    oneIdentity:
      'Eén gebruikersnaam en één wachtwoord openen Serv@Net, Collect@Net, Atradius Insights en de Partnerzone.',
    stay: 'Kiest u ervoor aangemeld te blijven, dan wordt het bewijs van uw aanmelding in de sleutelhanger van deze computer bewaard, nooit in een leesbaar bestand. Afmelden wist het.',
    forgotten:
      'Wachtwoord vergeten? Op de aanmeldpagina kunt u zelf een nieuw kiezen. Wij vragen nooit per telefoon of e-mail naar uw wachtwoord.',
    offline:
      'Zonder netwerk toont de app de laatste gegevens die op deze computer zijn bewaard, met hun datum. Wat u wijzigt, blijft daar bewaard en wordt verzonden zodra de dienst antwoordt; een knop boven in het venster toont wat wacht.',
  },
  keyboard: {
    title: 'Toetsenbord en tekstgrootte',
    enter: 'Een formulier verzenden',
    tab: 'Naar het volgende veld, of met Shift naar het vorige',
    escape: 'Een toelichting of menu sluiten',
    zoomIn: 'Tekst vergroten',
    zoomOut: 'Tekst verkleinen',
    zoomReset: 'Terug naar normale grootte',
    help: 'De help openen',
    palette: 'Zoeken, naar een pagina gaan of een actie uitvoeren',
    service: 'Een dienst openen',
    profile: 'Uw profiel openen',
    lock: 'De app vergrendelen',
    back: 'Vorige pagina',
    forward: 'Volgende pagina',
    refresh: 'De gegevens vernieuwen',
    keys: {
      enter: 'Enter',
      tab: 'Tab',
      escape: 'Esc',
      shift: 'Shift',
      control: 'Ctrl',
      command: '⌘',
    },
    display:
      'De lichte of donkere weergave, het contrast en de animaties volgen de instellingen van uw computer.',
  },
  contact: {
    title: 'Contact opnemen',
    text: 'Neem met vragen contact op met de Helpdesk.',
    phone: 'Telefoon',
    email: 'E-mail',
    address: 'Adres',
    website: 'Website',
  },
  version: 'Versie {{version}}',
  portal: 'Verbonden met {{host}}',
  about: {
    title: 'Over',
    version: 'Versie {{version}}',
    portal: 'Portaal: {{host}}',
    noPortal: 'Er is geen portaal ingesteld',
    managed: {
      title: 'Bepaald door uw organisatie',
      policy: 'Windows-beleid',
      profile: 'Configuratieprofiel',
      file: 'Configuratiebestand',
    },
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
  },
}

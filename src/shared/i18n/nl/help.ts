import type { help as source } from '../fr/help.ts'
import type { Texts } from '../texts.ts'

export const help: Texts<typeof source> = {
  title: 'Help',
  intro: 'Het belangrijkste om u aan te melden en zonder tijdverlies te werken.',
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

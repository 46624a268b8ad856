import type { common as french } from '../fr/common.ts'
import type { Texts } from '../texts.ts'

export const common: Texts<typeof french> = {
  company: 'Atradius',
  optional: '(niet verplicht)',
  loading: 'Laden…',
  loadingLong: 'Dit duurt langer dan gewoonlijk. U kunt wachten of later terugkomen.',

  close: 'Sluiten',
  back: 'Terug',
  next: 'Volgende',
  language: {
    label: 'Taal',
  },
  password: {
    show: 'Tonen',
    hide: 'Verbergen',
    showLong: 'Tonen: {{field}}',
    hideLong: 'Verbergen: {{field}}',
    capsLock: 'Caps Lock staat aan.',
  },
  steps: {
    label: 'Voortgang',
    position: 'Stap {{position}} van {{total}}',
    ahead: 'Daarna: {{step}}',

    done: '(voltooid)',
  },
  contact: {
    link: 'Neem contact op',
  },
  portalHost: 'U meldt zich aan bij {{host}}',
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'De link is misschien verouderd of onvolledig.',
    action: 'Terug naar het begin',
  },
  failure: {
    title: 'Deze pagina kon niet worden getoond',
    text: 'Er is een onverwachte fout opgetreden in de app. Wat u had opgeslagen, blijft bewaard.',
    action: 'Pagina opnieuw laden',
    contact: 'Neem contact op met uw contactpersoon als dit opnieuw gebeurt.',
  },
  linkCopied: {
    title: 'De link naar deze pagina is gekopieerd.',
    text: 'Hij opent de app op deze pagina, voor wie er toegang toe heeft.',
  },
}

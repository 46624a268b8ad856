import type { updates as source } from '../fr/updates.ts'
import type { Texts } from '../texts.ts'

export const updates: Texts<typeof source> = {
  title: 'Updates',
  off: {
    policy: 'Updates zijn door uw IT-afdeling uitgeschakeld.',
    development: 'Deze ontwikkelversie wordt niet bijgewerkt.',
    noFeed: 'Deze installatie zoekt niet naar updates: vraag nieuwe versies aan uw IT-afdeling.',
    unverifiable:
      'Deze installatie kan niet nagaan wie een update publiceert en installeert er daarom geen. Vraag uw IT-afdeling om de app opnieuw te installeren.',
  },
  managed: 'Uw beheerder werkt deze app bij: u hoeft niets te doen.',
  upToDate: 'De app is bijgewerkt.',
  notChecked: 'De app zoekt vanzelf naar nieuwe versies.',
  checkedAt: {
    today: 'Gecontroleerd vandaag om {{time}}',
    yesterday: 'Gecontroleerd gisteren om {{time}}',
    earlier: 'Gecontroleerd op {{date}}',
  },
  checking: 'Zoeken naar een nieuwe versie…',
  available: 'Versie {{version}} is beschikbaar.',
  downloading: 'Versie {{version}} wordt gedownload',
  ready: 'Versie {{version}} staat klaar.',
  readyNext: 'Start nu opnieuw, of werk door: ze wordt geïnstalleerd wanneer u de app afsluit.',
  installing: 'De app sluit en gaat weer open in versie {{version}}.',
  whatIsNew: 'Wat is er nieuw',
  actions: {
    check: 'Nu zoeken',
    download: 'Downloaden',
    install: 'Nu opnieuw starten',
    retry: 'Opnieuw proberen',
  },
}

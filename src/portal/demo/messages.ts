/** What the insurer tells everybody on Serv@Net's first page, in six languages. */
import type { Language } from '../../shared/languages.ts'

type DemoMessage = {
  readonly id: string
  readonly hoursAgo: number
  readonly texts: Readonly<Record<Language, { readonly title: string; readonly body: string }>>
}

export const demoMessages: readonly DemoMessage[] = [
  {
    id: 'demo-welcome',
    hoursAgo: 2,
    texts: {
      fr: {
        title: 'Un seul identifiant pour tous vos services',
        body: 'Serv@Net, Collect@Net et Atradius Insights s’ouvrent désormais avec le même nom d’utilisateur et le même mot de passe.',
      },
      nl: {
        title: 'Eén account voor al uw diensten',
        body: 'Serv@Net, Collect@Net en Atradius Insights opent u voortaan met dezelfde gebruikersnaam en hetzelfde wachtwoord.',
      },
      en: {
        title: 'One identity for all your services',
        body: 'Serv@Net, Collect@Net and Atradius Insights now open with the same username and the same password.',
      },
      de: {
        title: 'Ein Zugang für alle Ihre Dienste',
        body: 'Serv@Net, Collect@Net und Atradius Insights öffnen Sie ab sofort mit demselben Benutzernamen und demselben Passwort.',
      },
      es: {
        title: 'Un solo acceso para todos sus servicios',
        body: 'Serv@Net, Collect@Net y Atradius Insights se abren ahora con el mismo nombre de usuario y la misma contraseña.',
      },
      it: {
        title: 'Un unico accesso per tutti i Suoi servizi',
        body: 'Serv@Net, Collect@Net e Atradius Insights si aprono ora con lo stesso nome utente e la stessa password.',
      },
    },
  },
  {
    id: 'demo-maintenance',
    hoursAgo: 25,
    texts: {
      fr: {
        title: 'Maintenance dimanche matin',
        body: 'Collect@Net sera indisponible dimanche de 6 h à 8 h. Vos dossiers et vos demandes sont conservés.',
      },
      nl: {
        title: 'Onderhoud op zondagochtend',
        body: 'Collect@Net is zondag van 6 tot 8 uur niet beschikbaar. Uw dossiers en aanvragen blijven bewaard.',
      },
      en: {
        title: 'Maintenance on Sunday morning',
        body: 'Collect@Net will be unavailable on Sunday from 6 to 8 a.m. Your cases and requests are kept.',
      },
      de: {
        title: 'Wartung am Sonntagmorgen',
        body: 'Collect@Net ist am Sonntag von 6 bis 8 Uhr nicht erreichbar. Ihre Vorgänge und Anträge bleiben erhalten.',
      },
      es: {
        title: 'Mantenimiento el domingo por la mañana',
        body: 'Collect@Net no estará disponible el domingo de 6 a 8 h. Sus expedientes y solicitudes se conservan.',
      },
      it: {
        title: 'Manutenzione domenica mattina',
        body: 'Collect@Net non sarà disponibile domenica dalle 6 alle 8. Le Sue pratiche e richieste restano salvate.',
      },
    },
  },
  {
    id: 'demo-turnover',
    hoursAgo: 100,
    texts: {
      fr: {
        title: 'Déclaration de chiffre d’affaires',
        body: 'Vous pouvez déclarer le chiffre d’affaires du trimestre jusqu’au dernier jour ouvrable du mois.',
      },
      nl: {
        title: 'Omzetaangifte',
        body: 'U kunt de omzet van het kwartaal aangeven tot de laatste werkdag van de maand.',
      },
      en: {
        title: 'Turnover declaration',
        body: 'You can declare the quarter’s turnover until the last working day of the month.',
      },
      de: {
        title: 'Umsatzmeldung',
        body: 'Den Umsatz des Quartals können Sie bis zum letzten Werktag des Monats melden.',
      },
      es: {
        title: 'Declaración de ventas',
        body: 'Puede declarar las ventas del trimestre hasta el último día laborable del mes.',
      },
      it: {
        title: 'Dichiarazione del fatturato',
        body: 'Può dichiarare il fatturato del trimestre fino all’ultimo giorno lavorativo del mese.',
      },
    },
  },
]

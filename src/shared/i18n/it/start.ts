import type { start as source } from '../fr/start.ts'
import type { Texts } from '../texts.ts'

export const start: Texts<typeof source> = {
  title: 'Impossibile aprire Atradius Services Online',
  switch:
    'L’app è stata avviata con un’opzione che non accetta: {{name}}\n\nLa apra dal menu del Suo computer. Se questo messaggio ricompare, un collegamento è stato modificato: avvisi il Suo reparto informatico.',
  folder:
    'L’app non può scrivere nella propria cartella:\n{{path}}\n\nChieda al Suo reparto informatico di verificare che questa cartella esista e che Lei possa scriverci, poi riapra l’app.',
  damaged:
    'Una parte dell’app manca o è danneggiata.\n\nInstalli di nuovo l’app, o lo chieda al Suo reparto informatico. Ciò che aveva già salvato è conservato.',
  unexpected:
    'Si è verificato un errore imprevisto.\n\nRiapra l’app. Se questo messaggio ricompare, riavvii il computer e contatti l’Helpdesk. Ciò che aveva già salvato è conservato.',
  updateFails:
    'La versione {{version}} non si è aperta come previsto e l’app non è riuscita a tornare da sola alla precedente.\n\nProverà ad aprirsi ancora una volta. Se non appare nulla, installi di nuovo la versione precedente o lo chieda al Suo reparto informatico. Quanto aveva già salvato è conservato.',
}

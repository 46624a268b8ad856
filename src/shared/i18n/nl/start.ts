import type { start as source } from '../fr/start.ts'
import type { Texts } from '../texts.ts'

export const start: Texts<typeof source> = {
  title: 'Atradius Services Online kon niet worden geopend',
  switch:
    'De app is gestart met een optie die niet wordt aanvaard: {{name}}\n\nOpen de app via het menu van uw computer. Komt dit bericht terug, dan is een snelkoppeling gewijzigd: verwittig uw IT-afdeling.',
  folder:
    'De app kan niet schrijven in haar map:\n{{path}}\n\nVraag uw IT-afdeling na te gaan of deze map bestaat en of u er mag schrijven, en open de app daarna opnieuw.',
  damaged:
    'Een deel van de app ontbreekt of is beschadigd.\n\nInstalleer de app opnieuw, of vraag dat aan uw IT-afdeling. Wat u al had opgeslagen, blijft bewaard.',
  unexpected:
    'Er is een onverwachte fout opgetreden.\n\nOpen de app opnieuw. Komt dit bericht terug, start dan uw computer opnieuw en neem contact op met de Helpdesk. Wat u al had opgeslagen, blijft bewaard.',
  updateFails:
    'Versie {{version}} ging niet open zoals het hoort en de app kon niet vanzelf naar de vorige terugkeren.\n\nZe probeert nog één keer open te gaan. Verschijnt er niets, installeer dan de vorige versie opnieuw, of vraag het aan uw IT-afdeling. Wat u al had opgeslagen, blijft bewaard.',
}

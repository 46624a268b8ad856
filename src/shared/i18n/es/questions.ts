import type { questions as french } from '../fr/questions.ts'
import type { Texts } from '../texts.ts'

export const questions: Texts<typeof french> = {
  'favourite-city': '¿Cuál es su ciudad favorita?',
  'mothers-maiden-name': '¿Cuál es el apellido de soltera de su madre?',
  'first-pet': '¿Cómo se llamaba su primera mascota?',
  'first-school': '¿Cómo se llamaba su primera escuela?',
  'first-employer': '¿Cuál fue la primera empresa en la que trabajó?',
  'childhood-street': '¿En qué calle vivía en su infancia?',
  'childhood-friend': '¿Cuál es el nombre de su mejor amigo de la infancia?',
  'favourite-teacher': '¿Cómo se llamaba el docente que más le marcó?',
  'first-car': '¿Cuál fue su primer coche?',
  'favourite-book': '¿Cuál es su libro favorito?',
  'favourite-film': '¿Cuál es su película favorita?',
  'favourite-dish': '¿Cuál es su plato favorito?',
  'first-concert': '¿A qué artista vio en su primer concierto?',
  'holiday-place': '¿Dónde pasaba las vacaciones en su infancia?',
  'grandmothers-first-name': '¿Cuál es el nombre de su abuela materna?',
  'favourite-sport-team': '¿Cuál es su equipo deportivo favorito?',
  'dream-profession': '¿Qué profesión soñaba ejercer en su infancia?',
  'parents-meeting-place': '¿En qué ciudad se conocieron sus padres?',
}

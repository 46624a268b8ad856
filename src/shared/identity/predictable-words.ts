/** Words around which people build passwords that others guess, in the six languages; without accents. */

const services = [
  'atradius services online servnet collectnet insights insight espacepartenaires espace partenaires',
  'partner partners portal portail portaal online gerling credito caucion creditoycaucion credit',
  'kredit krediet insurance assurance assurances verzekering verzekeringen versicherung',
  'versicherungen seguro seguros assicurazione assicurazioni',
]

const welcomes = [
  'password motdepasse passe wachtwoord passwort kennwort contrasena parola secret geheim secreto',
  'segreto welcome bienvenue bienvenido bienvenida welkom willkommen benvenuto benvenuta hello',
  'bonjour hallo hola buongiorno admin administrator login azerty qwerty qwertz changeme',
]

const seasons = [
  'printemps ete automne hiver lente voorjaar zomer herfst najaar winter spring summer autumn fall',
  'fruhling fruehling fruhjahr fruehjahr sommer herbst primavera verano otono invierno estate',
  'autunno inverno',
]

const months = [
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'january february march may june july august october januar februar marz maerz dezember',
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre',
  'diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre',
]

const days = [
  'lundi mardi mercredi jeudi vendredi samedi dimanche maandag dinsdag woensdag donderdag vrijdag',
  'zaterdag zondag monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch',
  'donnerstag freitag samstag sonntag lunes martes miercoles jueves viernes sabado domingo lunedi',
  'martedi mercoledi giovedi venerdi domenica',
]

export const predictableWords: readonly string[] = [
  ...new Set([services, welcomes, seasons, months, days].flat().join(' ').split(' ')),
]

; French, the source: each text is in all six files, in this order.

LangString needsAdministrator ${LANG_FRENCH} "L’installation pour tous les utilisateurs de cet ordinateur demande un administrateur. Lancez-la en tant qu’administrateur, ou installez l’application pour vous seul, sans « /allusers »."
LangString anotherSetupRuns ${LANG_FRENCH} "Une autre installation d’Atradius Services Online est en cours. Attendez qu’elle soit terminée, puis recommencez."
LangString wrongSwitch ${LANG_FRENCH} "Ces options ne sont pas connues, ou ne vont pas ensemble. Rien n’a été changé."
LangString appIsOpen ${LANG_FRENCH} "Atradius Services Online est ouvert. Terminez ce que vous y faites, fermez l’application, puis choisissez Réessayer."
LangString appStaysOpen ${LANG_FRENCH} "Atradius Services Online est resté ouvert. Rien n’a été changé ; recommencez quand l’application sera fermée."

!ifdef IS_UNINSTALLER
  LangString uninstallHeading ${LANG_FRENCH} "Désinstaller Atradius Services Online"
  LangString uninstallSubheading ${LANG_FRENCH} "L’application va être retirée de cet ordinateur."
  LangString uninstallButton ${LANG_FRENCH} "Désinstaller"
  LangString dataStays ${LANG_FRENCH} "Vos données restent sur cet ordinateur, sauf si vous demandez de les effacer : vous les retrouverez en réinstallant l’application."
  LangString dataGoesToo ${LANG_FRENCH} "Effacer aussi mes données"
  LangString dataConsequence ${LANG_FRENCH} "Ce qui attend d’être envoyé serait perdu. Ce qui est déjà sur le portail y reste."
  LangString uninstalled ${LANG_FRENCH} "L’application a été retirée."
  LangString programStays ${LANG_FRENCH} "Des fichiers n’ont pas pu être retirés. Redémarrez l’ordinateur, puis recommencez."
  LangString notInstalledHere ${LANG_FRENCH} "Atradius Services Online n’est pas installé dans ce dossier. Rien n’a été retiré."
!else
  LangString installForPerson ${LANG_FRENCH} "La version ${VERSION} va être installée pour vous seul. Cela ne demande aucun droit d’administrateur et prend moins d’une minute."
  LangString installForEveryone ${LANG_FRENCH} "La version ${VERSION} va être installée pour tous les utilisateurs de cet ordinateur. Cela prend moins d’une minute."
  LangString upgrade ${LANG_FRENCH} "La version $FormerVersion va être remplacée par la version ${VERSION}. Vos données et vos réglages restent."
  LangString installButton ${LANG_FRENCH} "Installer"
  LangString installed ${LANG_FRENCH} "L’application est installée. Vous la trouverez dans le menu Démarrer."
  LangString newerIsInstalled ${LANG_FRENCH} "Une version plus récente ($FormerVersion) est déjà installée. La version ${VERSION} n’a pas pris sa place ; rien n’a été changé."
  LangString notForThisComputer ${LANG_FRENCH} "Cette installation n’est pas faite pour cet ordinateur. Demandez celle qui convient : il faut Windows 10 ou plus récent, et l’installation « arm64 » ne va que sur un ordinateur Arm."
  LangString folderNotEmpty ${LANG_FRENCH} "Ce dossier contient déjà autre chose. Choisissez un dossier vide. Rien n’a été changé."
  LangString folderInUse ${LANG_FRENCH} "Ce dossier est utilisé par un autre programme. Fermez ce qui l’utilise, puis recommencez. La version installée n’a pas été touchée."
  LangString diskFull ${LANG_FRENCH} "Il n’y a plus assez de place sur le disque. Libérez-en, puis recommencez. Rien n’a été changé."
  LangString copyFailed ${LANG_FRENCH} "L’installation n’a pas abouti. La version installée n’a pas été touchée ; recommencez, ou adressez-vous à votre service informatique."
!endif

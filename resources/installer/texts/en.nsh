; English, after the French source.

LangString needsAdministrator ${LANG_ENGLISH} "Installing for everyone on this computer needs an administrator. Start the installer as an administrator, or install the app for yourself alone, without “/allusers”."
LangString anotherSetupRuns ${LANG_ENGLISH} "Another installation of Atradius Services Online is under way. Please wait until it has finished, then try again."
LangString wrongSwitch ${LANG_ENGLISH} "These options are unknown, or do not go together. Nothing has been changed."
LangString appIsOpen ${LANG_ENGLISH} "Atradius Services Online is open. Please finish what you are doing, close the app, then choose Retry."
LangString appStaysOpen ${LANG_ENGLISH} "Atradius Services Online stayed open. Nothing has been changed; try again once the app is closed."

!ifdef IS_UNINSTALLER
  LangString uninstallHeading ${LANG_ENGLISH} "Uninstall Atradius Services Online"
  LangString uninstallSubheading ${LANG_ENGLISH} "The app will be removed from this computer."
  LangString uninstallButton ${LANG_ENGLISH} "Uninstall"
  LangString dataStays ${LANG_ENGLISH} "Your data stays on this computer unless you ask for it to be erased: install the app again, and it is there."
  LangString dataGoesToo ${LANG_ENGLISH} "Erase my data as well"
  LangString dataConsequence ${LANG_ENGLISH} "What is waiting to be sent would be lost. What is already on the portal stays there."
  LangString uninstalled ${LANG_ENGLISH} "The app has been removed."
  LangString programStays ${LANG_ENGLISH} "Some files could not be removed. Please restart the computer, then try again."
  LangString notInstalledHere ${LANG_ENGLISH} "Atradius Services Online is not installed in this folder. Nothing has been removed."
!else
  LangString installForPerson ${LANG_ENGLISH} "Version ${VERSION} will be installed for you alone. That needs no administrator and takes less than a minute."
  LangString installForEveryone ${LANG_ENGLISH} "Version ${VERSION} will be installed for everyone on this computer. That takes less than a minute."
  LangString upgrade ${LANG_ENGLISH} "Version $FormerVersion will be replaced by version ${VERSION}. Your data and settings stay."
  LangString installButton ${LANG_ENGLISH} "Install"
  LangString installed ${LANG_ENGLISH} "The app is installed. You will find it in the Start menu."
  LangString newerIsInstalled ${LANG_ENGLISH} "A newer version ($FormerVersion) is already installed. Version ${VERSION} has not taken its place; nothing has been changed."
  LangString notForThisComputer ${LANG_ENGLISH} "This installer is not made for this computer. Please ask for the right one: Windows 10 or later is needed, and the “arm64” installer is for Arm computers only."
  LangString folderNotEmpty ${LANG_ENGLISH} "There is something else in this folder. Please choose an empty one. Nothing has been changed."
  LangString folderInUse ${LANG_ENGLISH} "Another program is using this folder. Please close what uses it, then try again. The installed version has not been touched."
  LangString diskFull ${LANG_ENGLISH} "There is not enough space left on the disk. Please make some, then try again. Nothing has been changed."
  LangString copyFailed ${LANG_ENGLISH} "The installation did not succeed. The installed version has not been touched; please try again, or ask your IT department."
!endif

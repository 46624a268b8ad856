; The link scheme. The terminator before the link keeps whatever a link holds from being read as one
; of Chromium's switches.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\atradius-services-online" "" "URL:Atradius Services Online"
  WriteRegStr SHELL_CONTEXT "Software\Classes\atradius-services-online" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\atradius-services-online\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\atradius-services-online"
  ${endIf}
!macroend

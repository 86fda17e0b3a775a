#!/bin/sh
# Playwright puts its own arguments first, so the program to run is named by the environment.
exec setpriv --reuid=65534 --regid=65534 --clear-groups "$CCX_ELECTRON" "$@"

#!/usr/bin/env bash
# Makes the pictures of README.md and docs/reports.md from the invented samples: docs/screenshots/make.sh
# Needs chromium, fonts-noto-cjk, poppler-utils and pngquant; as root on Debian they are installed where they are missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v pngquant >/dev/null || missing+=(pngquant)
fc-list ':lang=zh' 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
if [ "${#missing[@]}" -gt 0 ]; then
  apt-get update -q && apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
report() { dotnet run --project src/PartyRules.Cli -c Release -- report "$@" --date 2027-01-04; }
report docs/samples/county --scheme fengxian --out "$work/county.html"
report docs/samples/township --scheme yongxi --lang en --out "$work/township.html"
report docs/samples/county --scheme fengxian --parent b00001 --only notice --contact "虚构乡组织办公室 000-0000000" --out "$work/notice.html"

browser=(chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars)
picture() { # picture PAGE NAME WIDTH HEIGHT [OPTION...]
  "${browser[@]}" "${@:5}" --screenshot="$work/$2.png" --window-size="$3,$4" "file://$work/$1.html" 2>/dev/null
}
paper() { # paper PAGE NAME: the first page as it is printed
  "${browser[@]}" --no-pdf-header-footer --print-to-pdf="$work/$2.pdf" "file://$work/$1.html" 2>/dev/null
  pdftoppm -r 80 -f 1 -l 1 -singlefile -png "$work/$2.pdf" "$work/$2"
}

picture county report 1160 1290
picture township flag 1160 1275
picture county dark 1160 900 --blink-settings=preferredColorScheme=0
picture county phone 500 1000
paper notice notice
for name in report flag dark phone notice; do
  pngquant --force --strip --speed 1 --quality 60-95 --output "docs/screenshots/$name.png" "$work/$name.png"
done
ls -l docs/screenshots

#!/bin/sh
# Draws the README's pictures of the workbook and of the report from the bundled
# sources. Needs LibreOffice, poppler-utils (pdftoppm) and Chromium.
# Run it at the top of the project: sh testdata/pictures.sh
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go run ./cmd/chancery extract testdata/sources -o "$work/dataset" --format xlsx,report
soffice --headless --convert-to pdf --outdir "$work" "$work/dataset/dataset.xlsx" >/dev/null
pdftoppm -r 140 -png -singlefile -f 1 -l 1 -x 40 -y 40 -W 1430 -H 545 "$work/dataset.pdf" "$work/overview"
cp "$work/overview.png" testdata/workbook.png
chromium --headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run --hide-scrollbars --user-data-dir="$work/profile" \
	--window-size=1280,1850 --force-device-scale-factor=0.8 --screenshot="$work/report.png" "file://$work/dataset/report.html" 2>/dev/null
cp "$work/report.png" testdata/report.png

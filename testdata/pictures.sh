#!/bin/sh
# Draws testdata/workbook.png, the README's picture of the workbook, from the
# bundled sources. Needs LibreOffice and poppler-utils (pdftoppm).
# Run it at the top of the project: sh testdata/pictures.sh
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go run ./cmd/chancery extract testdata/sources -o "$work/dataset" --format xlsx
soffice --headless --convert-to pdf --outdir "$work" "$work/dataset/dataset.xlsx" >/dev/null
pdftoppm -r 140 -png -singlefile -f 1 -l 1 -x 90 -y 120 -W 1360 -H 520 "$work/dataset.pdf" "$work/overview"
cp "$work/overview.png" testdata/workbook.png

package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// editWorkbook edits a workbook as a reader would, in place:
//
//	workbook FILE set SHEET COLUMN WORDS VALUE   the cell in the row that holds WORDS; a VALUE after = is a formula
//	workbook FILE rename SHEET NAME
//	workbook FILE delete SHEET
//	workbook FILE reverse SHEET                  sorts the rows the other way round
func editWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: workbook FILE set|rename|delete|reverse SHEET ...")
	}
	path := ts.MkAbs(args[0])
	f, err := excelize.OpenFile(path)
	ts.Check(err)
	switch sheet := args[2]; args[1] {
	case "set":
		ts.Check(setCell(f, sheet, args[3], args[4], args[5]))
	case "rename":
		ts.Check(f.SetSheetName(sheet, args[3]))
	case "delete":
		ts.Check(f.DeleteSheet(sheet))
	case "reverse":
		ts.Check(reverseRows(f, sheet))
	default:
		ts.Fatalf("workbook: no %s", args[1])
	}
	ts.Check(f.Save())
	ts.Check(f.Close())
}

// setCell sets a cell in the first row that holds the words.
func setCell(f *excelize.File, sheet, column, words, value string) error {
	rows, err := f.GetRows(sheet)
	if err != nil {
		return err
	}
	x := slices.Index(rows[0], column)
	y := slices.IndexFunc(rows[1:], func(row []string) bool { return strings.Contains(strings.Join(row, " "), words) })
	if x < 0 || y < 0 {
		return errors.New("no such cell")
	}
	cell, err := excelize.CoordinatesToCellName(x+1, y+2)
	if err != nil {
		return err
	}
	if formula, ok := strings.CutPrefix(value, "="); ok {
		return f.SetCellFormula(sheet, cell, formula)
	}
	return f.SetCellStr(sheet, cell, value)
}

// reverseRows writes the rows of a sheet as text, from the last to the first.
func reverseRows(f *excelize.File, sheet string) error {
	rows, err := f.GetRows(sheet)
	if err != nil {
		return err
	}
	slices.Reverse(rows[1:])
	for i, row := range rows[1:] {
		for j := range rows[0] {
			value := ""
			if j < len(row) {
				value = row[j]
			}
			cell, err := excelize.CoordinatesToCellName(j+1, i+2)
			if err != nil {
				return err
			}
			if err := errors.Join(f.SetCellFormula(sheet, cell, ""), f.SetCellStr(sheet, cell, value)); err != nil {
				return err
			}
		}
	}
	return nil
}

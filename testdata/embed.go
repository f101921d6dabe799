// Package testdata holds the page that chancery demo reads; everything else in
// this folder is for the tests.
package testdata

import _ "embed"

// Page is an embassy page on the relations of Kazakhstan and China.
//
//go:embed sources/kazakhstan-china.txt
var Page []byte

// PageName is the name of its file.
const PageName = "kazakhstan-china.txt"

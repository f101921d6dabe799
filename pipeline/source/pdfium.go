package source

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// What one PDF may cost: memory in units of 64 KB, and the time after which a file
// that leads the library in circles is given up.
const (
	pdfMemory   = 16 << 10
	pdfPatience = 5 * time.Minute
)

// pdfEngine starts the library, once and only when there is a PDF to read.
var pdfEngine = sync.OnceValues(func() (pdfium.Pool, error) {
	pool, err := startPDFium(pdfCache())
	if err != nil { // the cache may be of another machine, or damaged
		pool, err = startPDFium(wazero.NewCompilationCache())
	}
	return pool, err
})

// pdfCache keeps the library compiled for the next run, or for this one only when
// there is no place for it.
func pdfCache() wazero.CompilationCache {
	if folder, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "chancery")); err == nil {
			return cache
		}
	}
	return wazero.NewCompilationCache()
}

// nowhere is a file system without files: the library sees nothing of the machine.
var nowhere embed.FS

func startPDFium(cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCompilationCache(cache).
		WithMemoryLimitPages(pdfMemory).
		WithCloseOnContextDone(true)
	return webassembly.Init(webassembly.Config{
		Context: context.Background(), MaxTotal: runtime.GOMAXPROCS(0), RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig().WithFSMount(nowhere, "/"), Stdout: io.Discard, Stderr: io.Discard,
	})
}

// withPDFium lends an instance of the library. Each document has its own, so that
// none suffers from what another did to it, and memory is given back.
func withPDFium(read func(pdfium.Pdfium) error) (err error) {
	pool, err := pdfEngine()
	if err != nil {
		return fmt.Errorf("pdf: the reader does not start: %w", err)
	}
	instance, err := pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return fmt.Errorf("pdf: the reader does not start: %w", err)
	}
	var late atomic.Bool
	timer := time.AfterFunc(pdfPatience, func() {
		late.Store(true)
		_ = instance.Kill()
	})
	defer func() {
		timer.Stop()
		if r := recover(); r != nil {
			err = errors.New("damaged: the reader stopped")
		}
		if late.Load() {
			err = errors.New("takes too long to read: given up")
			return
		}
		_ = instance.Kill()
	}()
	return read(instance)
}

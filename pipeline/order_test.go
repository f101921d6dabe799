package pipeline

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// counting begins n pieces of work that give their numbers, the first of which
// ends last.
func counting(n int, begun, running, most *atomic.Int32) func(func(func() int) bool) error {
	release := make(chan struct{})
	return func(begin func(func() int) bool) error {
		for i := range n {
			more := begin(func() int {
				if now := running.Add(1); now > most.Load() {
					most.Store(now)
				}
				if i == 0 {
					<-release
				}
				if i == 1 {
					close(release)
				}
				running.Add(-1)
				return i
			})
			if !more {
				return nil
			}
			begun.Add(1)
		}
		return nil
	}
}

func TestInOrder(t *testing.T) {
	var begun, running, most atomic.Int32
	var got, want []int
	err := InOrder(context.Background(), 3, counting(500, &begun, &running, &most), func(n int, _ bool) error {
		got, want = append(got, n), append(want, len(got))
		return nil
	})
	require.NoError(t, err)
	require.Len(t, got, 500)
	require.Equal(t, want, got)
	require.LessOrEqual(t, most.Load(), int32(3))
}

func TestInOrderStopsAtAnErrorOfTake(t *testing.T) {
	var begun, running, most atomic.Int32
	full := errors.New("full")
	taken := 0
	err := InOrder(context.Background(), 2, counting(500, &begun, &running, &most), func(n int, _ bool) error {
		taken++
		if n == 5 {
			return full
		}
		return nil
	})
	require.ErrorIs(t, err, full)
	require.Equal(t, 6, taken)
	require.Less(t, begun.Load(), int32(20), "what was not wanted is not begun")
	require.Zero(t, running.Load(), "nothing runs any more")
}

func TestInOrderHandsOverWhatWasBegunBeforeFeedFailed(t *testing.T) {
	torn := errors.New("torn")
	var got []int
	err := InOrder(context.Background(), 2, func(begin func(func() int) bool) error {
		begin(func() int { return 1 })
		begin(func() int { return 2 })
		return torn
	}, func(n int, _ bool) error {
		got = append(got, n)
		return nil
	})
	require.ErrorIs(t, err, torn)
	require.Equal(t, []int{1, 2}, got)
}

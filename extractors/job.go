package extractors

import (
	"chancery/extractors/dates"
	"chancery/pipeline"
)

// Job is the whole job for programs that use Chancery as a library: all
// extractors, and what pages say of their own dates. Annotate reads one text, Run
// a batch; output.Build makes tables of what they give.
func Job() pipeline.Job {
	return pipeline.Job{Extractors: All, Metadata: dates.Metadata}
}

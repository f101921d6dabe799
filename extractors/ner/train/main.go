// Command train learns the weights of the witness from annotated text and writes
// them as package ner embeds them:
//
//	go run ./extractors/ner/train [-folds 10] [-o extractors/ner/weights.bin] GOLD.jsonl
package main

import (
	"flag"
	"fmt"
	"os"

	"chancery/extractors/ner"
	"chancery/pipeline/text"
)

func main() {
	folds := flag.Int("folds", 0, "")
	var s settings
	flag.IntVar(&s.Rounds, "rounds", 12, "")
	flag.Float64Var(&s.Rate, "rate", 0.05, "")
	flag.Float64Var(&s.Decay, "decay", 1e-4, "")
	flag.Float64Var(&s.Drop, "drop", 0.1, "")
	show := flag.Bool("show", false, "")
	flag.Parse()
	f, err := os.Open(flag.Arg(0))
	if err != nil {
		panic(err)
	}
	samples, err := readGold(f)
	if err != nil {
		panic(err)
	}
	var tp, fp, fn [ner.Labels]int
	for k := range *folds {
		var train, test []*sample
		for i, smp := range samples {
			if i%*folds == k {
				test = append(test, smp)
			} else {
				train = append(train, smp)
			}
		}
		l := newLearner(s)
		l.learn(train)
		w := l.weights()
		for _, smp := range test {
			r := ner.NewReader(smp.doc)
			for _, rng := range smp.doc.Sentences {
				got := w.Labels(r, rng)
				g := spans(got)
				want := spans(smp.labels[rng.First:rng.End])
				for sp, lab := range want {
					if g[sp] == lab {
						tp[lab]++
					} else {
						fn[lab]++
						if *show && lab == ner.FirstOfPerson {
							fmt.Println("MISS", smp.doc.Slice(text.Range{First: rng.First + sp[0], End: rng.First + sp[1]}), "|", smp.doc.Slice(rng))
						}
					}
				}
				for sp, lab := range g {
					if want[sp] != lab {
						fp[lab]++
						if *show && lab == ner.FirstOfPerson {
							fmt.Println("FP", smp.doc.Slice(text.Range{First: rng.First + sp[0], End: rng.First + sp[1]}), "|", smp.doc.Slice(rng))
						}
					}
				}
			}
		}
	}
	for l := 1; l < ner.Labels; l += 2 {
		p, r := float64(tp[l])/float64(tp[l]+fp[l]), float64(tp[l])/float64(tp[l]+fn[l])
		fmt.Printf("%d P %.3f R %.3f F %.3f\n", l, p, r, 2*p*r/(p+r))
	}
}

func spans(labels []ner.Label) map[[2]int]ner.Label {
	m := map[[2]int]ner.Label{}
	for i := 0; i < len(labels); {
		if labels[i] == ner.None {
			i++
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] != ner.None && labels[j]%2 == 0 && labels[j] == (labels[i]+1)/2*2 {
			j++
		}
		m[[2]int{i, j}] = (labels[i]-1)/2*2 + 1
		i = j
	}
	return m
}

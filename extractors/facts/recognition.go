package facts

import (
	"slices"

	"chancery/pipeline"
	"chancery/pipeline/text"
)

// recognition reads who recognized whom at piece i, a form of "recognize".
func (s *sentence) recognition(i int) {
	how := s.polarity(i)
	if how == denied || s.recognitionBy(i) || s.notOfStates(i) || s.withheld(i) || s.p(i).forms&noun == 0 && s.othersAct(i) {
		return
	}
	by, of, passive := s.recognitionSides(i)
	hi := i
	if b, passive := s.actBehind(i, establish|grant); b >= 0 && passive && s.p(i).forms&noun != 0 { // "recognition and relations were established"
		hi = b
	}
	when, how := s.effected(hi, s.when(i, hi, false), how)
	if when != nil && len(of) == 0 && len(by) == 0 && hi > i && s.p(hi).has(grant) && s.recognizedOnce(i, hi, when, how) {
		return
	}
	gov := -1
	if len(of) == 0 && passive && len(by) > 0 {
		gov = s.rulersBefore(i)
	} else if len(of) == 0 {
		gov = s.rulersMeant(i)
	}
	if len(of) == 0 && gov < 0 && !s.eachOther(i) && !(s.mutual(i) && s.frame.A != "") || s.p(i).forms&noun != 0 && (when == nil || s.reason(i) && s.indexOf(when) < i) {
		return
	}
	if how == happened && len(by) == 0 && s.p(i).forms&noun == 0 && s.asWhat(i) {
		return // "was recognized as a leader"
	}
	recognizers, byHead, known := s.whoRecognizes(i, s.countries(by), s.p(i).forms&noun == 0 && !passive)
	recognized := s.countries(of)
	if len(recognized) == 0 {
		c, supplied := s.ruledBy(gov, recognizers)
		recognized, byHead, known = []string{c}, byHead || supplied, known && (gov < 0 || c != "")
	}
	if !known {
		return
	}
	if passive && len(by) == 0 && !s.p(s.beforeAux(i)).has(be) && how == happened {
		return // "the right recognized by our treaty with A"
	}
	if s.p(i).forms&noun == 0 && s.eachOther(i) && len(recognizers) == 2 && how == happened {
		s.recognizedBoth(i, by, recognizers, when)
		return
	}
	for _, c := range recognized {
		for n := range max(1, len(recognizers)) {
			f := s.fact("relations.recognized", "recognition", i, i)
			f.Relation = &pipeline.RelationValue{Kind: "diplomatic", Parties: s.recognizers(f, recognizers[min(n, len(recognizers)):], c)}
			s.evidence(f, append(slices.Clone(by), of...)...)
			if byHead {
				inferred(f, "parties")
			}
			s.recognized(f, when, passive, how)
			s.alsoRecognized(f, when, passive, how)
		}
	}
}

// recognitionSides are who recognizes and who is recognized, as the words at piece i have them, and
// whether they do so in the passive.
func (s *sentence) recognitionSides(i int) (by, of []int, passive bool) {
	passive = s.p(i-1).has(be) || s.p(i-1).has(aux) && s.p(i-2).has(be) || s.p(i).forms&noun == 0 && s.p(i+1).has(bySense)
	switch p := s.p(i); {
	case p.forms&noun != 0:
		by, of = s.recognitionNoun(i)
	case passive:
		by, of = s.recognitionPassive(i)
	default:
		by, of = s.recognitionActive(i)
	}
	return by, of, passive
}

// recognized keeps a fact of recognition, unless it is by nobody whom the words could mean.
func (s *sentence) recognized(f *pipeline.Fact, when *piece, passive bool, how polarity) {
	if f.Relation.Parties[0] == "" {
		if !passive {
			return // "a treaty that recognized Hungary"
		}
		f.Strength = pipeline.Likely
	}
	dated(f, when)
	s.keep(f, how)
	s.again(f, when, how)
}

// whoRecognizes completes those who recognize, by the active verb at piece i: with what "it"
// means, which must be known, or with the state of one who acts for it, which byHead tells.
func (s *sentence) whoRecognizes(i int, named []string, active bool) (all []string, byHead, known bool) {
	if !active {
		return named, false, true
	}
	if at := s.beforeVerb(i); s.says(at, "it") && s.reportedBy(at) < 0 {
		c := s.itMeans(i)
		return []string{c}, false, c != ""
	}
	if len(named) > 0 {
		return named, false, true
	}
	all = s.stateOf(i)
	return all, len(all) > 0, true
}

// withheld reports whether the recognition at piece i was taken back or not given:
// "withdrew its recognition of A", "recognition was withdrawn".
func (s *sentence) withheld(i int) bool {
	if s.p(i).forms&noun == 0 {
		return false
	}
	k := s.beforeArticle(i)
	for s.p(k).has(normal) || isState(s.p(k)) {
		k--
	}
	if s.p(k).has(closing) || k >= 0 && s.p(k).at.Len() > 0 && denials.Has(s.doc.Tokens[s.p(k).at.First]) {
		return true
	}
	v, passive := s.actBehind(i, closing)
	return v >= 0 && passive
}

// denials are what is done to a recognition that is not given.
var denials = text.NewSet("withheld", "refused", "denied", "delayed", "postponed", "withholding", "refusing", "withdrawing", "revoked", "rescinded", "sought", "awaiting", "seeking")

// notOfStates reports whether the words beside "recognized" at piece i show that no
// state is: "recognized that ...", "recognized Spanish sovereignty over Texas", "the
// newly-recognized Soviet Union".
func (s *sentence) notOfStates(i int) bool {
	if s.says(i+1, "that") || s.says(i-1, "newly") || s.says(i-2, "newly") {
		return true
	}
	for k := i + 1; k <= i+4; k++ {
		if s.p(k).has(independence) {
			return s.says(k+1, "over")
		}
	}
	return false
}

// asWhat reports whether "as" and something else than a state follows piece i.
func (s *sentence) asWhat(i int) bool {
	if !s.p(i + 1).has(as) {
		return false
	}
	for k := i + 2; k <= i+6; k++ {
		if s.p(k).has(independence | government) {
			return false
		}
	}
	return true
}

// recognizers puts who recognizes before who is recognized, and takes a missing
// one from the frame; it is empty when nothing tells.
func (s *sentence) recognizers(f *pipeline.Fact, by []string, of string) []string {
	if of == "" {
		inferred(f, "parties")
		return []string{s.frame.A, s.frame.B}
	}
	by = slices.DeleteFunc(slices.Clone(by), func(c string) bool { return s.same(c, of) })
	if len(by) > 0 {
		return []string{by[0], of}
	}
	if o := s.counterpart(of); o != "" {
		inferred(f, "parties")
		return []string{o, of}
	}
	return []string{"", of}
}

// mutual reports whether the recognition at piece i is of each by the other:
// "Mutual Recognition, 1848", "recognition and full relations were established".
func (s *sentence) mutual(i int) bool {
	if b, passive := s.actBehind(i, establish); b >= 0 && passive {
		return true
	}
	return s.p(i-1).has(normal) && s.doc.Word(s.p(i - 1).at.First)[0]|0x20 == 'm'
}

// recognitionNoun reads "U.S. Recognition of Algerian Independence", "the
// recognition of Kazakhstan by Turkey", "extended recognition to Georgia".
func (s *sentence) recognitionNoun(i int) (by, of []int) {
	by = s.demonymsBefore(i)
	if k := s.possessive(i); k >= 0 && len(by) == 0 {
		by = []int{k}
	}
	if g := s.actBefore(i, grant); g >= 0 && len(by) == 0 {
		if k := s.subject(g, isState); k >= 0 {
			by = s.listLeft(k, isState)
		}
	}
	if g := s.actBefore(i, receive); g >= 0 && s.p(i+1).has(from) && len(by) == 0 {
		if k := s.subject(g, isState); k >= 0 {
			return s.statesAfter(i + 1), s.listLeft(k, isState) // "A received recognition from B"
		}
	}
	of = s.objectBehind(i, 8)
	if s.p(i + 1).has(between) {
		if both := s.partiesBehind(i); len(both) > 1 {
			return both[:1], both[1:]
		}
	}
	for j := i + 1; j < len(s.pieces) && j <= i+16; j++ {
		if s.p(j).has(bySense) {
			for k := j + 1; k <= j+4; k++ {
				if isState(s.p(k)) {
					by = s.listRight(k, isState)
					break
				}
			}
		}
		if s.p(j).has(barrier) || s.p(j).kind == stop {
			break
		}
	}
	return by, slices.DeleteFunc(of, func(k int) bool { return slices.Contains(by, k) })
}

const bySense = by

// statesAfter are the countries right behind piece i.
func (s *sentence) statesAfter(i int) []int {
	for k := i + 1; k <= i+4; k++ {
		if isState(s.p(k)) {
			return s.listRight(k, isState)
		}
	}
	return nil
}

// recognitionPassive reads "Kazakhstan was recognized by Turkey".
func (s *sentence) recognitionPassive(i int) (by, of []int) {
	if k := s.subject(i, isState); k >= 0 {
		of = s.listLeft(k, isState)
	} else {
		for j := i - 1; j >= 0 && j > i-8; j-- { // "the independence of Kazakhstan was recognized"
			if isState(s.p(j)) {
				if s.objectNoun(j) || s.sovereignty(j) {
					of = []int{j}
				}
				break
			}
		}
	}
	for j := i + 1; j < len(s.pieces) && j <= i+12; j++ {
		p := s.p(j)
		if p.has(bySense) {
			for k := j + 1; k <= j+4; k++ {
				if isState(s.p(k)) || isActor(s.p(k)) && s.p(k).country != "" {
					return s.listRight(k, isState), of
				}
				if (isActor(s.p(k)) || s.p(k).kind == body) && !s.bilateral {
					return nil, nil // "by Pope A": by no state that is known
				}
			}
		}
		if p.kind == stop || p.has(barrier) && !p.has(as) {
			break
		}
	}
	return nil, of
}

// sovereignty reports whether the country at piece j is that of the independence or the government
// right before it.
func (s *sentence) sovereignty(j int) bool {
	for k := j - 1; k >= 0 && k >= j-4; k-- {
		switch p := s.p(k); {
		case p.has(independence | government):
			return true
		case !p.has(of|article|normal|and) && p.kind != demonym && p.kind != other:
			return false
		}
	}
	return false
}

// recognitionActive reads "Turkey recognized Kazakhstan".
func (s *sentence) recognitionActive(i int) (by, of []int) {
	if k := s.subject(i, isState); k >= 0 {
		by = s.listLeft(k, isState)
	}
	if of = s.objectBehind(i, 9); len(of) == 0 && len(by) > 0 {
		w := s.beforeArticle(by[0])
		if k := w - 2; s.says(w, "which") && s.p(w-1).kind == comma && s.p(k).kind == state {
			of = []int{k} // "A had been part of B, which C had recognized in 1822"
		}
	}
	return by, of
}

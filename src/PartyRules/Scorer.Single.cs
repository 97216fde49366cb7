using PartyRules.Engine;
using PartyRules.Results;

namespace PartyRules;

/// <content>Subjects that are assessed one by one, as they come.</content>
public sealed partial class Scorer
{
    /// <summary>Makes a scorer of single subjects, for data that streams: each thread has one of its own.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">Results of other schemes or earlier years that the scheme's inputs name; null for none.</param>
    /// <exception cref="InvalidOperationException">The scheme compares subjects: they must be scored together.</exception>
    public SubjectScorer CreateSubjectScorer(int year, IReadOnlyList<EarlierResult>? earlier = null) =>
        ComparesSubjects ? throw new InvalidOperationException($"The scheme '{Scheme}' compares subjects; use {nameof(Score)}.") : new Single(this, year, earlier);

    private sealed class Single(Scorer scorer, int year, IReadOnlyList<EarlierResult>? earlier) : SubjectScorer
    {
        private readonly Evaluator evaluator = scorer.perPeriod.CreateEvaluator(scorer.options.Derivations);
        private readonly Period period = Period.OfYear(year);
        private readonly Dictionary<string, List<Entry>> entriesOf = new(StringComparer.Ordinal);
        private DossierMaker? dossiers;

        public override Assessment Score(Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken = default)
        {
            var own = new List<Entry>(entries.Count);
            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i].Date.Year == year)
                    own.Add(entries[i]);
            }

            if (!IsSorted(own))
                own.Sort(Entry.Chronological);
            entriesOf.Clear();
            entriesOf.Add(subject.Id, own);
            scorer.EvaluateDossier(evaluator, Dossiers(entries).Make(subject, period), cancellationToken);
            return scorer.Finished(evaluator, evaluator.Facts<Assessment>()[0]);
        }

        /// <summary>One maker serves all subjects, unless the scheme looks back into entries that differ from subject to subject.</summary>
        private DossierMaker Dossiers(IReadOnlyList<Entry> entries) => scorer.Scheme.LookBackMonths == 0
            ? dossiers ??= new DossierMaker(scorer.Scheme, scorer.perRecords, entriesOf, null, earlier)
            : new DossierMaker(
                scorer.Scheme, scorer.perRecords, entriesOf, entries.Where(entry => entry.Date.Year < year).Order(Entry.Chronological).ToLookup(entry => entry.Subject, StringComparer.Ordinal), earlier);

        private static bool IsSorted(List<Entry> entries)
        {
            for (var i = 1; i < entries.Count; i++)
            {
                if (Entry.Chronological.Compare(entries[i - 1], entries[i]) > 0)
                    return false;
            }

            return true;
        }
    }
}

/// <summary>Assesses subjects one by one, by a scheme that does not compare them.</summary>
/// <remarks>Made by <see cref="Scorer.CreateSubjectScorer"/>. Keeps nothing between calls. Not thread-safe.</remarks>
public abstract class SubjectScorer
{
    private protected SubjectScorer()
    {
    }

    /// <summary>Assesses a subject.</summary>
    /// <param name="subject">The subject, of the scheme's kind.</param>
    /// <param name="entries">Its entries, in any order; those of other years count only where the scheme looks back.</param>
    /// <param name="cancellationToken">Asks to give up.</param>
    /// <exception cref="RuleEvaluationException">A rule failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public abstract Assessment Score(Subject subject, IReadOnlyList<Entry> entries, CancellationToken cancellationToken = default);
}

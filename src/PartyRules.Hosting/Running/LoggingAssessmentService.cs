using Microsoft.Extensions.Logging;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Hosting.Running;

/// <summary>Gives scorers that log how much they score.</summary>
internal sealed class LoggingAssessmentService(IAssessmentService service, ILogger logger) : IAssessmentService
{
    /// <inheritdoc/>
    public IReadOnlyList<string> SchemeIds => service.SchemeIds;

    /// <inheritdoc/>
    public SchemeVersions VersionsOf(string schemeId) => service.VersionsOf(schemeId);

    /// <inheritdoc/>
    public IScorer For(string schemeId) => new LoggingScorer(service.For(schemeId), logger);

    private sealed class LoggingScorer(IScorer scorer, ILogger logger) : IScorer
    {
        public SchemeVersions Versions => scorer.Versions;

        public DateOnly? AsOf => scorer.AsOf;

        public IScorer Explaining => new LoggingScorer(scorer.Explaining, logger);

        public bool ComparesSubjects(int year) => scorer.ComparesSubjects(year);

        public IReadOnlyList<Problem> Check(
            IReadOnlyList<Subject> subjects, IReadOnlyList<Entry> entries, int year, IReadOnlyList<EarlierResult>? earlier = null) =>
            scorer.Check(subjects, entries, year, earlier);

        public IReadOnlyList<Assessment> Score(
            IReadOnlyList<Subject> subjects,
            IReadOnlyList<Entry> entries,
            int year,
            IProgress<int>? progress = null,
            IReadOnlyList<EarlierResult>? earlier = null,
            bool areFactsChecked = false,
            CancellationToken cancellationToken = default) => Logged(
                () => scorer.Score(subjects, entries, year, progress, earlier, areFactsChecked, cancellationToken), subjects.Count, year);

        public Assessment Score(
            Subject subject,
            IReadOnlyList<Entry> entries,
            int year,
            bool explain = false,
            IReadOnlyList<EarlierResult>? earlier = null,
            CancellationToken cancellationToken = default) =>
            Logged(() => scorer.Score(subject, entries, year, explain, earlier, cancellationToken), 1, year);

        private T Logged<T>(Func<T> score, int subjects, int year)
        {
            try
            {
                var scored = score();
                Log.Scored(logger, subjects, Versions.Id, year);
                return scored;
            }
            catch (ProblemException exception)
            {
                var codes = string.Join(", ", exception.Problems.Select(problem => problem.Code).Distinct().Order(StringComparer.Ordinal));
                Log.FactsRefused(logger, subjects, Versions.Id, year, exception.Problems.Count, codes);
                throw;
            }
        }
    }
}

using PartyRules.Engine;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;
using PartyRules.Tests.Clauses.Pages;

namespace PartyRules.Tests.Schemes;

/// <summary>
/// The cases of every built-in scheme and sample reach each of its clauses: it applies in one and, where it asks for something, is passed
/// over in another.
/// </summary>
/// <remarks>
/// A sample that extends another has the other's clauses too, whose cases stand there; one with rules in code is scored by its own tests.
/// </remarks>
public sealed class EveryClauseHasCases
{
    public static TheoryData<string> Ids =>
    [
        .. KnownScheme.All
            .Where(known => !known.Used.Contains("Layer.extends") && !known.Used.Contains("Component.rules"))
            .Select(known => known.Id),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void OnBothSidesOfWhatItAsksFor(string id)
    {
        var reached = new Reached(KnownScheme.All.Single(known => known.Id == id));

        string.Join(Environment.NewLine, reached.Missing()).Should().BeEmpty("every clause of {0} needs a case on each side", id);
    }

    /// <summary>What the cases of a scheme reach, taken from their derivations.</summary>
    private sealed class Reached
    {
        private readonly Scheme scheme;
        private readonly List<Assessment> rows = [];
        private readonly HashSet<object> facts = new(ReferenceEqualityComparer.Instance);
        private readonly List<(Subject Subject, Entry Entry)> entries = [];

        public Reached(KnownScheme known)
        {
            scheme = known.Read();
            var scorer = new Scorer(scheme, new ScorerOptions { Derivations = true });
            foreach (var worked in known.Cases)
            {
                rows.AddRange(scorer.Score(worked.Subjects, worked.Entries, worked.Year, earlier: worked.Results));
                entries.AddRange(worked.Entries.Select(entry => (worked.Subjects.First(subject => subject.Id == entry.Subject), entry)));
            }

            var waiting = new Stack<Derivation>(rows.Select(row => row.Derivation!));
            while (waiting.TryPop(out var derivation))
            {
                if (!facts.Add(derivation.Fact))
                    continue;
                foreach (var premise in derivation.Premises)
                    waiting.Push(premise);
            }
        }

        public IEnumerable<string> Missing() =>
        [
            .. scheme.Items.Where(
                item => !entries.Exists(pair => pair.Entry.Item == item.Code && item.AppliesTo.Includes(pair.Subject, pair.Entry)))
                .Select(item => $"item {item.Code} ({item.Cites.Clause}): no entry"),
            .. scheme.Records.Where(record => !entries.Exists(pair => pair.Entry.Item == record.Code))
                .Select(record => $"record {record.Code}: no entry"),
            .. scheme.Components.Where(component => component.IsRequired)
                .SelectMany(component => Sides(
                    $"component {component.Id} that is required",
                    rows.Exists(row => Has(row, $"component.missing:{component.Id}")),
                    rows.Exists(row => row.Components.Count > 0))),
            .. scheme.Exemptions.SelectMany(
                clause => Sides($"exemption {clause.Id}", Facts<Exemption>().Any(fact => fact.Clause == clause), Assessed().Any())),
            .. (scheme.Grades?.Bands ?? [])
                .Where(band => !rows.Exists(row => row.Grade == band))
                .Select(band => $"grade {band.Id}: given to nobody"),
            .. (scheme.Grades?.Forced ?? [])
                .SelectMany(clause => Sides(
                    $"forced grade {clause.Id}",
                    rows.Exists(row => Has(row, clause.Finding.Code)),
                    rows.Exists(row => row.Grade is not null && !Has(row, clause.Finding.Code)))),
            .. scheme.Marks.SelectMany(clause => Sides(
                $"mark {clause.Id}",
                Facts<Mark>().Any(mark => mark.Clause == clause),
                Facts<Mark>().Count(mark => mark.Clause == clause) < Facts<Standing>().Count())),
            .. scheme.Outcomes.SelectMany(clause => Sides(
                $"outcome {clause.Code}",
                Facts<Outcome>().Any(outcome => outcome.Clause == clause),
                OnRowsOf(clause).Any(row => !Has(row, clause.Code)))),
            .. scheme.Requirements.SelectMany(clause => Sides(
                $"requirement {clause.Id}",
                rows.Exists(row => Has(row, clause.Finding.Code)),
                Assessed().Any(row => !Has(row, clause.Finding.Code)))),
            .. scheme.FollowUps.SelectMany(clause => Sides(
                $"follow-up {clause.Id}",
                rows.Exists(row => Has(row, clause.Finding.Code)),
                entries.Exists(pair => pair.Entry.Item == clause.Answer.Code))),
            .. scheme.Clauses.Of<AdjustmentClause>().SelectMany(clause => Sides(
                $"adjustment {clause.Id}",
                Adjustments(clause).Any(adjustment => adjustment.Points != 0),
                Facts<Total>().Any(total => !Adjustments(clause).Any(made => made.Points != 0 && IsWithin(made, total.Dossier))))),
            .. scheme.Clauses.Of<AdjustmentClause>().Where(clause => clause.AtMost is not null).SelectMany(clause => Sides(
                $"most of adjustment {clause.Id}",
                Adjustments(clause).Any(adjustment => adjustment.IsOver),
                Adjustments(clause).Any(adjustment => !adjustment.IsOver))),
            .. scheme.Clauses.Of<AdjustmentClause>().SelectMany(clause => clause.Rows.Index()
                .Where(row => !Adjustments(clause).Any(adjustment => adjustment.Row == row.Index))
                .Select(row => $"adjustment {clause.Id}: row {row.Index + 1} holds in no case")),
            .. Amounts().SelectMany(stated => stated.Amount.Cases.Index()
                .Where(row => !Facts<Dossier>().Any(dossier => stated.Amount.CaseOf(dossier) == row.Item))
                .Select(row => $"{stated.Name}: case {row.Index + 1} holds in no case")),
            .. Limits().SelectMany(limited => Sides(
                $"limit of {limited.Name}",
                Facts<Tally>().Any(tally => SayOne(tally.Limit, limited.Limit) && tally.IsOver),
                Facts<Tally>().Any(tally => SayOne(tally.Limit, limited.Limit) && !tally.IsOver))),
        ];

        private static bool IsWithin(Adjustment made, Dossier dossier) =>
            made.Part.Subject == dossier.Subject && made.Part.Whole == dossier.Period;

        private IEnumerable<Adjustment> Adjustments(AdjustmentClause clause) =>
            Facts<Adjustment>().Where(adjustment => adjustment.Clause == clause);

        private IEnumerable<(string Name, Amount Amount)> Amounts() =>
        [
            .. scheme.Components.SelectMany(component => new[] { component.Start, component.Minimum, component.Maximum }.OfType<Amount>()
                .Select(amount => ($"component {component.Id}", amount))),
            .. scheme.Items.SelectMany(item => item.Worth.Amounts.Select(amount => ($"worth of {item.Code}", amount))),
            .. Limits().Select(limited => ($"limit of {limited.Name}", limited.Limit.Points)),
        ];

        private IEnumerable<(string Name, Limit Limit)> Limits() =>
            scheme.Items.Where(item => item.Limit is not null).Select(item => (item.Code, item.Limit!))
                .Concat(scheme.Components
                    .Where(component => component.Limit is not null)
                    .Select(component => (component.Id, component.Limit!)));

        /// <summary>Whether two limits say the same, as those of one item that stands several times for several groups do.</summary>
        private static bool SayOne(Limit one, Limit other) => one.Per == other.Per
            && one.Points.SaysTheSameAs(other.Points)
            && one.Finding?.Code == other.Finding?.Code
            && one.Cites.Equals(other.Cites);

        private IEnumerable<Assessment> Assessed() => rows.Where(row => row.Status == AssessmentStatus.Assessed);

        private IEnumerable<Assessment> OnRowsOf(OutcomeClause clause) =>
            Assessed().Where(row => !scheme.HasRounds || (row.Period.Kind == PeriodKind.Year) == clause.OnYear);

        private IEnumerable<TFact> Facts<TFact>() => facts.OfType<TFact>();

        private static bool Has(Assessment row, string code) =>
            new[] { row.Awards, row.Measures, row.Recommendations, row.Findings }.Any(list => list.Any(outcome => outcome.Code == code));

        private static IEnumerable<string> Sides(string clause, bool applies, bool isPassedOver)
        {
            if (!applies)
                yield return $"{clause}: applies in no case";
            if (!isPassedOver)
                yield return $"{clause}: is passed over in no case";
        }
    }
}

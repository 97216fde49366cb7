using PartyRules.Diagnostics;
using PartyRules.Schemes.Conditions;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <summary>Turns a document of the right shape into a scheme, and reports everything in it that has no meaning.</summary>
internal sealed partial class SchemeResolver(SchemeDocument document, Func<string, SourceLocation> at, IReadOnlyList<string> higher, List<Problem> problems)
{
    private static readonly Dictionary<string, PeriodKind> Windows = new(StringComparer.Ordinal)
    {
        ["year"] = PeriodKind.Year,
        ["half-year"] = PeriodKind.HalfYear,
        ["quarter"] = PeriodKind.Quarter,
        ["bimonth"] = PeriodKind.Bimonth,
        ["month"] = PeriodKind.Month,
        ["week"] = PeriodKind.Week,
        ["day"] = PeriodKind.Day,
    };

    private static readonly Dictionary<string, PeriodKind> Rounds = Windows.Where(pair => pair.Value is not (PeriodKind.Week or PeriodKind.Day)).ToDictionary(StringComparer.Ordinal);

    private readonly List<Component> components = [];
    private readonly List<Item> items = [];
    private readonly List<RecordItem> records = [];
    private readonly List<GradeBand> bands = [];
    private readonly List<MarkClause> marks = [];
    private readonly Dictionary<string, LocalText> codes = new(StringComparer.Ordinal);
    private PeriodKind round;
    private int lookBack;

    public Scheme Resolve(string contentHash)
    {
        CheckId("$.id", document.Id);
        round = Word("$.round", document.Round, Rounds);
        if (document.Effective.To < document.Effective.From)
            Report("scheme.effective", "$.effective");
        rounding = ResolveRounding(document.Rounding, "$.rounding");
        ResolveWords();
        if (document.Grades is { } grades)
            ResolveBands(grades);
        for (var i = 0; i < document.Components.Count; i++)
            ResolveComponent(document.Components[i], i, $"$.components[{i}]");
        CheckWeights();
        CheckRounding();
        if (components.Count == 0 && records.Count == 0)
            Report("scheme.empty-list", "$.components");
        CheckItemsExcludeEachOther();
        ResolveTargets();
        var exemptions = Each("$.exemptions", document.Exemptions, (clause, path) =>
            new ExemptionClause(Id($"{path}.id", clause.Id), clause.Name, Condition(clause.When, $"{path}.when", Needs.None), Cite(clause.Cites, $"{path}.cites"))
            {
                IsPending = Word($"{path}.as", clause.As, new Dictionary<string, bool>(StringComparer.Ordinal) { ["exempt"] = false, ["pending"] = true }),
            });
        var scale = document.Grades is null ? null : ResolveGrades(document.Grades);
        var ranking = document.Ranking is null ? null : ResolveRanking(document.Ranking);
        marks.AddRange(Each("$.marks", document.Marks, (clause, path) =>
            new MarkClause(Id($"{path}.id", clause.Id), clause.Name, Condition(clause.When, $"{path}.when", Needs.Total | Needs.Grade | Needs.Rank | Needs.Shares), Cite(clause.Cites, $"{path}.cites"))));
        CheckUnique("$.marks", marks.Select(mark => mark.Id));
        if (document.Layers is { } layers)
            CheckLayers(layers);
        return new Scheme
        {
            Id = document.Id,
            Version = document.Version,
            ContentHash = contentHash,
            EffectiveFrom = document.Effective.From,
            EffectiveTo = document.Effective.To,
            Name = document.Name,
            Source = document.Source,
            SubjectKind = document.Subjects.Kind,
            Categories = document.Subjects.Categories,
            Employments = document.Subjects.Employments,
            Levels = document.Levels,
            Round = round,
            Components = components,
            Items = items,
            Records = records,
            Exemptions = exemptions,
            Grades = scale,
            Ranking = ranking,
            Marks = marks,
            Outcomes = Each("$.outcomes", document.Outcomes, ResolveOutcome),
            Requirements = Each("$.requirements", document.Requirements, ResolveRequirement),
            FollowUps = Each("$.followUps", document.FollowUps, ResolveFollowUp),
            Notice = document.Notice is null ? null : ResolveNotice(document.Notice),
            NumericAttributes = document.Subjects.Attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Kind == "number", StringComparer.Ordinal),
            Evaluators = document.Evaluators,
            Inputs = [.. inputs.Values],
            Total = ResolveTotal(),
            Lapses = Each("$.lapses", document.Lapses, ResolveLapse),
            Year = document.Year is null ? null : ResolveYear(document.Year),
            Targets = [.. targets.Values],
            Referenced = referenced,
            LookBackMonths = lookBack,
        };
    }

    private void CheckItemsExcludeEachOther()
    {
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (items[i].Code != items[j].Code)
                    continue;
                var (one, other) = (items[i].AppliesTo, items[j].AppliesTo);
                var apart = Disjoint(one.Categories, other.Categories) || Disjoint(one.Employments, other.Employments) || Disjoint(one.Levels, other.Levels)
                    || Disjoint(one.Evaluators, other.Evaluators);
                if (!apart)
                    Report("scheme.items-overlap", $"$.components[{items[i].Component.Index}].items", items[i].Code);
            }
        }
    }

    private static bool Disjoint(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count > 0 && other.Count > 0 && !one.Intersect(other, StringComparer.Ordinal).Any();

    private void ResolveBands(GradesDocument from)
    {
        for (var i = 0; i < from.Bands.Count; i++)
        {
            var path = $"$.grades.bands[{i}]";
            var band = from.Bands[i];
            CheckId($"{path}.id", band.Id);
            var isLowest = i == from.Bands.Count - 1;
            if (from.Moves is not null && band.From is not null)
                Report("scheme.band-moves", path);
            else if (from.Moves is null && isLowest != band.From is null)
                Report(isLowest ? "scheme.lowest-band" : "scheme.band-without-bound", path);
            if (i > 0 && band.From >= from.Bands[i - 1].From)
                Report("scheme.band-order", $"{path}.from");
            bands.Add(new GradeBand(band.Id, i, band.Name, band.From));
        }

        if (bands.Count == 0)
            Report("scheme.empty-list", "$.grades.bands");
        CheckUnique("$.grades.bands", bands.Select(band => band.Id));
    }

    private GradeScale ResolveGrades(GradesDocument from)
    {
        var compared = ResolveRounding(from.Rounding, "$.grades.rounding");
        var allowed = document.Ranking is null ? Needs.Total : Needs.Total | Needs.Rank;
        var forced = Each("$.grades.forced", from.Forced, (clause, path) => new ForcedGradeClause(
            Id($"{path}.id", clause.Id),
            Band($"{path}.grade", clause.Grade),
            Condition(clause.When, $"{path}.when", allowed),
            Finding(clause.Finding, $"{path}.finding"),
            Cite(clause.Cites, $"{path}.cites"))
        {
            Effect = Word($"{path}.as", clause.As, ForcedEffects),
        });
        return new GradeScale(compared?.Places, compared?.Mode ?? default, bands, forced, Cite(from.Cites, "$.grades.cites"))
        {
            On = RowsOf(from.On, "$.grades.on"),
            Start = from.Moves is null ? null : Band("$.grades.moves.start", from.Moves.Start),
            Moves = from.Moves is null ? [] : Each("$.grades.moves.of", from.Moves.Of, (move, path) => new GradeMove(
                move.By, Condition(move.When, $"{path}.when", allowed), Cite(move.Cites, $"{path}.cites"))),
        };
    }

    private RankingClause ResolveRanking(RankingDocument from)
    {
        var ties = Word("$.ranking.ties", from.Ties, new Dictionary<string, TieKind>(StringComparer.Ordinal)
        {
            ["share"] = TieKind.Share,
            ["dense"] = TieKind.Dense,
            ["lower"] = TieKind.Lower,
        });
        var ids = components.DistinctBy(component => component.Id).ToDictionary(component => component.Id, StringComparer.Ordinal);
        var tieBreaks = from.TieBreaks.Select((id, i) => Word($"$.ranking.tieBreaks[{i}]", id, ids)).OfType<Component>();
        return new RankingClause(Word("$.ranking.pool", from.Pool, Pools), [.. tieBreaks], Cite(from.Cites, "$.ranking.cites")) { Ties = ties, On = RowsOf(from.On, "$.ranking.on") };
    }

    private OutcomeClause ResolveOutcome(OutcomeDocument from, string path)
    {
        CheckId($"{path}.code", from.Code);
        var kind = Word($"{path}.kind", from.Kind, OutcomeKinds);
        var onYear = Word($"{path}.on", from.On, new Dictionary<string, bool>(StringComparer.Ordinal) { ["round"] = false, ["year"] = true }) && round != PeriodKind.Year;
        var allowed = onYear && document.Year is null ? Needs.Marks : Needs.Total | Needs.Grade | Needs.Rank | Needs.Marks | Needs.Shares;
        var condition = Condition(from.When, $"{path}.when", allowed);
        CheckRow(condition, onYear, $"{path}.when");
        return new OutcomeClause(from.Code, kind, from.Name, onYear, condition, Cite(from.Cites, $"{path}.cites"));
    }

    private RequirementClause ResolveRequirement(RequirementDocument from, string path)
    {
        var unrecordedIsZero = Word($"{path}.unrecorded", from.Unrecorded, new Dictionary<string, bool>(StringComparer.Ordinal) { ["ignored"] = false, ["zero"] = true });
        return new RequirementClause(
            Id($"{path}.id", from.Id),
            [.. from.Records.Select((code, i) => Record($"{path}.records[{i}]", code))],
            Window($"{path}.per", from.Per),
            from.AtLeast,
            unrecordedIsZero,
            Finding(from.Finding, $"{path}.finding"),
            Cite(from.Cites, $"{path}.cites"))
        {
            CountsEntries = Word($"{path}.measure", from.Measure, new Dictionary<string, bool>(StringComparer.Ordinal) { ["value"] = false, ["count"] = true }),
        };
    }

    private FollowUpClause ResolveFollowUp(FollowUpDocument from, string path) => new(
        Id($"{path}.id", from.Id),
        Record($"{path}.promise", from.Promise),
        Record($"{path}.answer", from.Answer),
        Finding(from.Finding, $"{path}.finding"),
        Cite(from.Cites, $"{path}.cites"))
    {
        Days = from.Days is null ? null : Range(from.Days, $"{path}.days"),
    };
}

using PartyRules.Diagnostics;
using PartyRules.Schemes.Conditions;
using PartyRules.Schemes.Documents;

namespace PartyRules.Schemes.Reading;

/// <summary>Turns a document of the right shape into a scheme, and reports everything in it that has no meaning.</summary>
internal sealed partial class SchemeResolver(SchemeDocument document, JsonTree tree, List<Problem> problems)
{
    private static readonly Dictionary<string, PeriodKind> Windows = new(StringComparer.Ordinal)
    {
        ["year"] = PeriodKind.Year,
        ["half-year"] = PeriodKind.HalfYear,
        ["quarter"] = PeriodKind.Quarter,
        ["bimonth"] = PeriodKind.Bimonth,
        ["month"] = PeriodKind.Month,
    };

    private readonly List<Component> components = [];
    private readonly List<Item> items = [];
    private readonly List<RecordItem> records = [];
    private readonly List<GradeBand> bands = [];
    private readonly List<MarkClause> marks = [];
    private readonly Dictionary<string, LocalText> codes = new(StringComparer.Ordinal);
    private PeriodKind round;

    public Scheme Resolve(string contentHash)
    {
        CheckId("$.id", document.Id);
        round = Word("$.round", document.Round, Windows);
        if (document.Effective.To < document.Effective.From)
            Report("scheme.effective", "$.effective");
        var answers = document.FollowUps.SelectMany(followUp => new[] { followUp.Promise, followUp.Answer }).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < document.Records.Count; i++)
            ResolveRecord(document.Records[i], $"$.records[{i}]", answers);
        for (var i = 0; i < document.Components.Count; i++)
            ResolveComponent(document.Components[i], i, $"$.components[{i}]");
        if (components.Count == 0)
            Report("scheme.empty-list", "$.components");
        CheckItemsExcludeEachOther();
        if (document.Grades is { } grades)
            ResolveBands(grades);
        var exemptions = Each("$.exemptions", document.Exemptions, (clause, path) =>
            new ExemptionClause(Id($"{path}.id", clause.Id), clause.Name, Condition(clause.When, $"{path}.when", Needs.None), Cite(clause.Cites, $"{path}.cites")));
        var scale = document.Grades is null ? null : ResolveGrades(document.Grades);
        var ranking = document.Ranking is null ? null : ResolveRanking(document.Ranking);
        marks.AddRange(Each("$.marks", document.Marks, (clause, path) =>
            new MarkClause(Id($"{path}.id", clause.Id), clause.Name, Condition(clause.When, $"{path}.when", Needs.Total | Needs.Grade | Needs.Rank), Cite(clause.Cites, $"{path}.cites"))));
        CheckUnique("$.marks", marks.Select(mark => mark.Id));
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
        };
    }

    private void ResolveRecord(RecordDocument record, string path, HashSet<string> answers)
    {
        CheckId($"{path}.code", record.Code);
        if (!codes.TryAdd(record.Code, record.Name))
            Report("scheme.duplicate-id", $"{path}.code", record.Code);
        records.Add(new RecordItem(record.Code, record.Name, record.ValueRequired, answers.Contains(record.Code)));
    }

    private void ResolveComponent(ComponentDocument from, int index, string path)
    {
        CheckId($"{path}.id", from.Id);
        if (components.Exists(known => known.Id == from.Id))
            Report("scheme.duplicate-id", $"{path}.id", from.Id);
        if (from.Minimum > from.Start || from.Start > from.Maximum)
            Report("scheme.bounds", path);
        var component = new Component
        {
            Id = from.Id,
            Index = index,
            Name = from.Name,
            Start = from.Start,
            Minimum = from.Minimum,
            Maximum = from.Maximum,
            Limit = Limit(from.Limit, $"{path}.limit"),
            IsRequired = from.Required,
            Cites = Cite(from.Cites, $"{path}.cites"),
        };
        components.Add(component);
        if (from.Items.Count == 0)
            Report("scheme.empty-list", $"{path}.items");
        for (var i = 0; i < from.Items.Count; i++)
            items.Add(ResolveItem(from.Items[i], component, $"{path}.items[{i}]"));
    }

    private Item ResolveItem(ItemDocument from, Component component, string path)
    {
        CheckId($"{path}.code", from.Code);
        if (records.Exists(record => record.Code == from.Code))
            Report("scheme.duplicate-id", $"{path}.code", from.Code);
        codes.TryAdd(from.Code, from.Name);
        if (from.Effect is not ("add" or "deduct"))
            Report("scheme.unknown-word", $"{path}.effect", from.Effect, SchemeReader.Messages.Hint(from.Effect, ["add", "deduct"]));
        if (from.Limit is not null && component.Limit is not null)
            Report("scheme.two-limits", $"{path}.limit", component.Id);
        return new Item
        {
            Code = from.Code,
            Name = from.Name,
            Component = component,
            Deducts = from.Effect == "deduct",
            Worth = ResolveWorth(from.Worth, $"{path}.worth"),
            AppliesTo = from.AppliesTo is null ? Applicability.Everything : new Applicability(
                Words($"{path}.appliesTo.category", from.AppliesTo.Category, document.Subjects.Categories.Keys),
                Words($"{path}.appliesTo.employment", from.AppliesTo.Employment, document.Subjects.Employments.Keys),
                Words($"{path}.appliesTo.level", from.AppliesTo.Level, document.Levels.Keys)),
            Limit = Limit(from.Limit, $"{path}.limit"),
            Cites = from.Cites is null ? component.Cites : Cite(from.Cites, $"{path}.cites"),
        };
    }

    private Worth ResolveWorth(WorthDocument from, string path)
    {
        var given = (from.Value is not null ? 1 : 0) + (from.Each is not null ? 1 : 0) + (from.Levels is not null ? 1 : 0);
        if (given != 1 || from.Value == false)
            Report("scheme.exactly-one", path, "value, each, levels");
        if (from.Each < 0 || from.Levels?.Values.Any(points => points < 0) == true)
            Report("scheme.negative", path);
        if (from.Levels is null)
            return from.Each is { } each ? Worth.Each(each) : Worth.OfValue;
        Words($"{path}.levels", [.. from.Levels.Keys], document.Levels.Keys);
        return Worth.ByLevel(from.Levels);
    }

    private Limit? Limit(LimitDocument? from, string path)
    {
        if (from is null)
            return null;
        if (from.Points < 0)
            Report("scheme.negative", $"{path}.points");
        var finding = from.Finding is null ? null : Finding(from.Finding, $"{path}.finding");
        return new Limit(Window($"{path}.per", from.Per), from.Points, finding, Cite(from.Cites, $"{path}.cites"));
    }

    private void CheckItemsExcludeEachOther()
    {
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (items[i].AppliesTo, items[j].AppliesTo);
                var apart = Disjoint(one.Categories, other.Categories) || Disjoint(one.Employments, other.Employments) || Disjoint(one.Levels, other.Levels);
                if (items[i].Code == items[j].Code && !apart)
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
            if (isLowest != band.From is null)
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
        var rounding = Word("$.grades.rounding.mode", from.Rounding.Mode, new Dictionary<string, MidpointRounding?>(StringComparer.Ordinal)
        {
            ["none"] = null,
            ["half-up"] = MidpointRounding.AwayFromZero,
            ["half-even"] = MidpointRounding.ToEven,
            ["down"] = MidpointRounding.ToNegativeInfinity,
            ["up"] = MidpointRounding.ToPositiveInfinity,
        });
        if (rounding is null != from.Rounding.Places is null || from.Rounding.Places is < 0 or > Points.DecimalPlaces)
            Report("scheme.places", "$.grades.rounding");
        var forced = Each("$.grades.forced", from.Forced, (clause, path) => new ForcedGradeClause(
            Id($"{path}.id", clause.Id),
            Band($"{path}.grade", clause.Grade),
            Condition(clause.When, $"{path}.when", Needs.Total),
            Finding(clause.Finding, $"{path}.finding"),
            Cite(clause.Cites, $"{path}.cites")));
        return new GradeScale(from.Rounding.Places, rounding ?? default, bands, forced, Cite(from.Cites, "$.grades.cites"));
    }

    private RankingClause ResolveRanking(RankingDocument from)
    {
        var pool = Word("$.ranking.pool", from.Pool, new Dictionary<string, PoolKind>(StringComparer.Ordinal)
        {
            ["parent"] = PoolKind.Parent,
            ["category"] = PoolKind.Category,
            ["all"] = PoolKind.All,
        });
        if (from.Ties != "share")
            Report("scheme.unknown-word", "$.ranking.ties", from.Ties, SchemeReader.Messages.Hint(from.Ties, ["share"]));
        var ids = components.ToDictionary(component => component.Id, StringComparer.Ordinal);
        var tieBreaks = from.TieBreaks.Select((id, i) => Word($"$.ranking.tieBreaks[{i}]", id, ids)).OfType<Component>();
        return new RankingClause(pool, [.. tieBreaks], Cite(from.Cites, "$.ranking.cites"));
    }

    private OutcomeClause ResolveOutcome(OutcomeDocument from, string path)
    {
        CheckId($"{path}.code", from.Code);
        var kind = Word($"{path}.kind", from.Kind, new Dictionary<string, OutcomeKind>(StringComparer.Ordinal)
        {
            ["award"] = OutcomeKind.Award,
            ["measure"] = OutcomeKind.Measure,
            ["recommendation"] = OutcomeKind.Recommendation,
            ["finding"] = OutcomeKind.Finding,
        });
        var onYear = Word($"{path}.on", from.On, new Dictionary<string, bool>(StringComparer.Ordinal) { ["round"] = false, ["year"] = true }) && round != PeriodKind.Year;
        var allowed = onYear ? Needs.Marks : Needs.Total | Needs.Grade | Needs.Rank | Needs.Marks;
        return new OutcomeClause(from.Code, kind, from.Name, onYear, Condition(from.When, $"{path}.when", allowed), Cite(from.Cites, $"{path}.cites"));
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
            Cite(from.Cites, $"{path}.cites"));
    }

    private FollowUpClause ResolveFollowUp(FollowUpDocument from, string path) => new(
        Id($"{path}.id", from.Id),
        Record($"{path}.promise", from.Promise),
        Record($"{path}.answer", from.Answer),
        Finding(from.Finding, $"{path}.finding"),
        Cite(from.Cites, $"{path}.cites"));
}

using PartyRules.Arithmetic;
using PartyRules.Clauses.Layers;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <summary>Turns a document of the right shape into a scheme, and reports everything in it that has no meaning.</summary>
internal sealed partial class SchemeResolver(SchemeDocument document, LayeredDocument layered, List<Problem> problems)
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

    internal static readonly Dictionary<string, PeriodKind> Rounds = Windows.Where(pair => pair.Value is not (PeriodKind.Week or PeriodKind.Day)).ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, MidpointRounding?> Modes = new(StringComparer.Ordinal)
    {
        ["none"] = null,
        ["half-up"] = MidpointRounding.AwayFromZero,
        ["half-even"] = MidpointRounding.ToEven,
        ["down"] = MidpointRounding.ToNegativeInfinity,
        ["up"] = MidpointRounding.ToPositiveInfinity,
    };

    private static readonly Dictionary<string, MissingPart> MissingParts = new(StringComparer.Ordinal)
    {
        ["incomplete"] = MissingPart.Incomplete,
        ["left-out"] = MissingPart.LeftOut,
        ["zero"] = MissingPart.Zero,
    };

    private readonly Dictionary<string, LocalText> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> referenced = new(StringComparer.Ordinal);
    private readonly List<Citation> citations = [];
    private PeriodKind round;
    private Rounding? rounding;

    public Scheme Resolve(string contentHash, IReadOnlyList<ValueOrigin> origins)
    {
        CheckId("$.id", document.Id);
        round = Word("$.round", document.Round, Rounds);
        CheckEffective();
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
        CheckUnique("$.selections", document.Selections.Select(selection => selection.Id));
        CheckUnique("$.lapses", document.Lapses.Select(lapse => lapse.Id));
        CheckUnique("$.exemptions", document.Exemptions.Select(exemption => exemption.Id));
        CheckUnique("$.requirements", document.Requirements.Select(requirement => requirement.Id));
        CheckUnique("$.followUps", document.FollowUps.Select(followUp => followUp.Id));
        ResolveTargets();
        var exemptions = Each("$.exemptions", document.Exemptions, ResolveExemption);
        var scale = document.Grades is null ? null : ResolveGrades(document.Grades);
        var ranking = document.Ranking is null ? null : ResolveRanking(document.Ranking);
        ResolveMarks();
        if (document.Layers is { } layers)
            CheckLayers(layers);
        var scheme = new Scheme
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
            AttributeNames = document.Subjects.Attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Name, StringComparer.Ordinal),
            Aliases = document.Aliases,
            Evaluators = document.Evaluators,
            Inputs = [.. inputs.Values],
            Total = ResolveTotal(),
            Lapses = Each("$.lapses", document.Lapses, ResolveLapse),
            Year = document.Year is null ? null : ResolveYear(document.Year),
            Targets = [.. targets.Values],
            Referenced = referenced,
            LookBackMonths = lookBack,
            Origins = origins,
            Citations = citations,
        };
        if (document.Aliases is { } aliases)
            CheckAliases(aliases, new SchemeWords(scheme, null));
        return scheme;
    }

    /// <summary>Everything that other clauses name: codes, inputs and selections.</summary>
    private void ResolveWords()
    {
        foreach (var (name, attribute) in document.Subjects.Attributes)
        {
            if (attribute.Kind is not ("number" or "text"))
                Report("scheme.unknown-word", $"$.subjects.attributes.{name}.kind", attribute.Kind, SchemeReader.Messages.Hint(attribute.Kind, ["number", "text"]));
        }

        foreach (var followUp in document.FollowUps)
            referenced.UnionWith([followUp.Promise, followUp.Answer]);
        foreach (var lapse in document.Lapses)
            referenced.UnionWith(new[] { lapse.By, lapse.Until }.OfType<string>());
        for (var i = 0; i < document.Records.Count; i++)
        {
            var (record, path) = (document.Records[i], $"$.records[{i}]");
            CheckId($"{path}.code", record.Code);
            if (codes.TryAdd(record.Code, record.Name))
                records.Add(new RecordItem(record.Code, record.Name, record.ValueRequired, referenced.Contains(record.Code)));
            else
                Report("scheme.duplicate-id", $"{path}.code", record.Code);
        }

        foreach (var item in document.Components.SelectMany(component => component.Items))
            codes.TryAdd(item.Code, item.Name);
        for (var i = 0; i < document.Inputs.Count; i++)
            ResolveInput(document.Inputs[i], $"$.inputs[{i}]");
        for (var i = 0; i < document.Selections.Count; i++)
            ResolveSelection(document.Selections[i], $"$.selections[{i}]");
    }

    private Rounding? ResolveRounding(RoundingDocument? from, string path)
    {
        if (from is null)
            return null;
        if (!Modes.TryGetValue(from.Mode, out var mode))
        {
            Word($"{path}.mode", from.Mode, Modes);
            return null;
        }

        if (mode is null != from.Places is null || from.Places is < 0 or > Points.DecimalPlaces)
            Report("scheme.places", path);
        return mode is { } known && from.Places is >= 0 and <= Points.DecimalPlaces ? new Rounding(from.Places.Value, known) : null;
    }

    /// <summary>A scheme that multiplies or divides says how it rounds.</summary>
    private void CheckRounding()
    {
        var multiplies = document.Year is not null || document.Components.Any(component =>
            component.Weight is not null || component.Multipliers.Count > 0 || component.Carries.Count > 0
            || component.Items.Any(item => item.Appraisal is not null || item.Worth.PerUnit is not null || item.Worth.Bands?.Kind == "marginal" || item.Worth.LevelFactors is not null));
        // Rounding that is stated wrongly is one mistake, not two.
        if (multiplies && document.Rounding is null or { Mode: "none", Places: null })
            Report("scheme.rounding-unstated", document.Rounding is null ? "$" : "$.rounding");
    }
}

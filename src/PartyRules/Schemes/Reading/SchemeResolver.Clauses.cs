using PartyRules.Schemes.Arithmetic;
using PartyRules.Schemes.Conditions;
using PartyRules.Schemes.Documents;
using PartyRules.Schemes.Records;

namespace PartyRules.Schemes.Reading;

/// <content>Records, inputs, selections, and the arithmetic of totals and years.</content>
internal sealed partial class SchemeResolver
{
    private static readonly Dictionary<string, MidpointRounding?> Modes = new(StringComparer.Ordinal)
    {
        ["none"] = null,
        ["half-up"] = MidpointRounding.AwayFromZero,
        ["half-even"] = MidpointRounding.ToEven,
        ["down"] = MidpointRounding.ToNegativeInfinity,
        ["up"] = MidpointRounding.ToPositiveInfinity,
    };

    private static readonly Dictionary<string, MidpointRounding> QuotaRoundings = new(StringComparer.Ordinal)
    {
        ["half-up"] = MidpointRounding.AwayFromZero,
        ["down"] = MidpointRounding.ToNegativeInfinity,
        ["up"] = MidpointRounding.ToPositiveInfinity,
    };

    private static readonly Dictionary<string, MissingPart> MissingParts = new(StringComparer.Ordinal)
    {
        ["incomplete"] = MissingPart.Incomplete,
        ["left-out"] = MissingPart.LeftOut,
        ["zero"] = MissingPart.Zero,
    };

    private static readonly Dictionary<string, ForcedEffect> ForcedEffects = new(StringComparer.Ordinal)
    {
        ["exactly"] = ForcedEffect.Exactly,
        ["ceiling"] = ForcedEffect.Ceiling,
        ["floor"] = ForcedEffect.Floor,
    };

    private static readonly Dictionary<string, PoolKind> Pools = new(StringComparer.Ordinal)
    {
        ["parent"] = PoolKind.Parent,
        ["category"] = PoolKind.Category,
        ["all"] = PoolKind.All,
    };

    private static readonly Dictionary<string, OutcomeKind> OutcomeKinds = new(StringComparer.Ordinal)
    {
        ["award"] = OutcomeKind.Award,
        ["measure"] = OutcomeKind.Measure,
        ["recommendation"] = OutcomeKind.Recommendation,
        ["finding"] = OutcomeKind.Finding,
    };

    private readonly Dictionary<string, ResultInput> inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Selection> selections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Target> targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> referenced = new(StringComparer.Ordinal);
    private Rounding? rounding;

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
            if (!codes.TryAdd(record.Code, record.Name))
                Report("scheme.duplicate-id", $"{path}.code", record.Code);
            records.Add(new RecordItem(record.Code, record.Name, record.ValueRequired, referenced.Contains(record.Code)));
        }

        foreach (var item in document.Components.SelectMany(component => component.Items))
            codes.TryAdd(item.Code, item.Name);
        for (var i = 0; i < document.Inputs.Count; i++)
            ResolveInput(document.Inputs[i], $"$.inputs[{i}]");
        for (var i = 0; i < document.Selections.Count; i++)
            ResolveSelection(document.Selections[i], $"$.selections[{i}]");
    }

    private void ResolveInput(InputDocument from, string path)
    {
        CheckId($"{path}.id", from.Id);
        CheckId($"{path}.scheme", from.Scheme);
        var whose = Word($"{path}.from", from.From, new Dictionary<string, int>(StringComparer.Ordinal) { ["self"] = 0, ["parent"] = 1, ["attribute"] = 2 });
        if ((whose == 2) != from.Attribute is not null)
            Report("scheme.input-attribute", path);
        if (from.Attribute is not null)
            Word($"{path}.attribute", from.Attribute, document.Subjects.Attributes);
        if (from.YearsBefore < 0 || (from.YearsBefore == 0 && from.Scheme == document.Id))
            Report("scheme.input-year", path);
        var input = new ResultInput(from.Id, from.Name, from.Scheme, from.YearsBefore, from.Attribute, whose == 1, Cite(from.Cites, $"{path}.cites"));
        if (!inputs.TryAdd(from.Id, input))
            Report("scheme.duplicate-id", $"{path}.id", from.Id);
    }

    private void ResolveSelection(SelectionDocument from, string path)
    {
        var itemCodes = document.Components.SelectMany(component => component.Items).Select(item => item.Code).Distinct(StringComparer.Ordinal);
        var isByReference = from.Within == "reference";
        if (from.AtMost < 1)
            Report("scheme.at-least-one", $"{path}.atMost");
        if (!isByReference && from.Within != "round" && !Windows.ContainsKey(from.Within))
            Report("scheme.unknown-word", $"{path}.within", from.Within, SchemeReader.Messages.Hint(from.Within, [.. Windows.Keys, "round", "reference"]));
        var keep = Word($"{path}.keep", from.Keep, new Dictionary<string, Keep>(StringComparer.Ordinal) { ["highest"] = Keep.Highest, ["first"] = Keep.First, ["last"] = Keep.Last });
        PeriodKind? window = isByReference || (from.Within != "round" && !Windows.ContainsKey(from.Within)) ? null : Window($"{path}.within", from.Within);
        var selection = new Selection(Id($"{path}.id", from.Id), keep, from.AtMost, window, Cite(from.Cites, $"{path}.cites"));
        Words($"{path}.items", from.Items, itemCodes);
        for (var i = 0; i < from.Items.Count; i++)
        {
            if (!selections.TryAdd(from.Items[i], selection))
                Report("scheme.two-selections", $"{path}.items[{i}]", from.Items[i]);
            if (isByReference)
                referenced.Add(from.Items[i]);
        }
    }

    private Lapse ResolveLapse(LapseDocument from, string path)
    {
        if (from.By is null == from.AfterMonths is null)
            Report("scheme.exactly-one", path, "by, afterMonths");
        if (from.Until is not null && from.By is null)
            Report("scheme.until-without-by", $"{path}.until");
        if (from.AfterMonths < 1)
            Report("scheme.at-least-one", $"{path}.afterMonths");
        Words($"{path}.of", from.Of, codes.Keys);
        var (by, until) = (from.By is null ? null : Record($"{path}.by", from.By).Code, from.Until is null ? null : Record($"{path}.until", from.Until).Code);
        return new Lapse(Id($"{path}.id", from.Id), from.Of.ToHashSet(StringComparer.Ordinal), by, until, from.AfterMonths, Cite(from.Cites, $"{path}.cites"));
    }

    private Rounding? ResolveRounding(RoundingDocument? from, string path)
    {
        if (from is null)
            return null;
        var mode = Word($"{path}.mode", from.Mode, Modes);
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
        if (multiplies && rounding is null)
            Report("scheme.rounding-unstated", document.Rounding is null ? "$" : "$.rounding");
    }

    private void CheckWeights()
    {
        var weighed = document.Components.Where(component => component.Weight is not null).ToList();
        if (weighed.Count == 0)
            return;
        var sum = weighed.Aggregate(Points.Zero, (total, component) => total + component.Weight!.Value);
        if (weighed.Count < document.Components.Count || sum != 100)
            Report("scheme.weights", "$.components", sum);
        if (document.Groups.Count > 0)
            Report("scheme.weights-and-groups", "$.groups");
    }

    private Multiplier ResolveMultiplier(MultiplierDocument from, string path)
    {
        if (new object?[] { from.Factor, from.Percent, from.Record, from.Attribute }.Count(member => member is not null) != 1)
            Report("scheme.exactly-one", path, "factor, percent, record, attribute");
        if ((from.Record ?? from.Attribute) is not null && from.Otherwise is null)
            Report("scheme.otherwise-unstated", path);
        if (from.Factor < 0 || from.Percent < 0 || from.Otherwise < 0)
            Report("scheme.negative", path);
        if (from.Record is not null && Record($"{path}.record", from.Record) is { IsValueRequired: false })
            Report("scheme.record-without-value", $"{path}.record", from.Record);
        if (from.Attribute is not null && Word($"{path}.attribute", from.Attribute, document.Subjects.Attributes) is { Kind: "text" })
            Report("scheme.attribute-kind", $"{path}.attribute", from.Attribute);
        Exact? constant = from.Factor is { } factor ? Exact.Of(factor) : from.Percent is { } percent ? Exact.Of(percent) / new Exact(100, 1) : null;
        return new Multiplier(
            constant,
            from.Record,
            from.Attribute,
            Exact.Of(from.Otherwise ?? 1),
            from.When is null ? null : Condition(from.When, $"{path}.when", Needs.None),
            Cite(from.Cites, $"{path}.cites"));
    }

    private Carried ResolveCarried(CarriedDocument from, string path)
    {
        var isRequired = Word($"{path}.missing", from.Missing, new Dictionary<string, bool>(StringComparer.Ordinal) { ["zero"] = false, ["incomplete"] = true });
        return new Carried(Word($"{path}.of", from.Of, inputs), from.Percent, isRequired, Cite(from.Cites, $"{path}.cites"));
    }

    private AppraisalClause ResolveAppraisal(AppraisalDocument from, string path)
    {
        Words($"{path}.weights", [.. from.Weights.Keys], document.Evaluators.Keys);
        if (from.Weights.Values.Any(weight => weight <= 0) || from.Weights.Values.Aggregate(Points.Zero, (sum, weight) => sum + weight) != 100)
            Report("scheme.weights", $"{path}.weights", from.Weights.Values.Aggregate(Points.Zero, (sum, weight) => sum + weight));
        return new AppraisalClause(from.Weights, Word($"{path}.missing", from.Missing, MissingParts), rounding ?? Rounding.None, Cite(from.Cites, $"{path}.cites"));
    }

    private TotalClause? ResolveTotal()
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        var inner = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < document.Groups.Count; i++)
        {
            var (from, path) = (document.Groups[i], $"$.groups[{i}]");
            Words($"{path}.of", from.Of, components.Select(component => component.Id).Concat(groups.Keys).Distinct(StringComparer.Ordinal));
            foreach (var part in from.Of.Where(part => !inner.Add(part)))
                Report("scheme.duplicate-id", $"{path}.of", part);
            if (from.Minimum > from.Maximum)
                Report("scheme.bounds", path);
            var group = new Group(
                Id($"{path}.id", from.Id),
                from.Name,
                components.FindAll(component => from.Of.Contains(component.Id)),
                [.. from.Of.Where(groups.ContainsKey).Select(id => groups[id])],
                from.Minimum,
                from.Maximum,
                Cite(from.Cites, $"{path}.cites"));
            if (components.Exists(component => component.Id == from.Id) || !groups.TryAdd(from.Id, group))
                Report("scheme.duplicate-id", $"{path}.id", from.Id);
        }

        var isWeighed = components.Exists(component => component.Weight is not null);
        if (document.Total is { } total && total.Minimum > total.Maximum)
            Report("scheme.bounds", "$.total");
        if (!isWeighed && groups.Count == 0 && document.Total is null)
            return null;
        return new TotalClause(
            isWeighed,
            [.. groups.Values.Where(group => !inner.Contains(group.Id))],
            document.Total?.Minimum,
            document.Total?.Maximum,
            rounding ?? Rounding.None,
            document.Total is null ? null : Cite(document.Total.Cites, "$.total.cites"));
    }

    private YearClause ResolveYear(YearDocument from)
    {
        var sum = from.Weights.Aggregate(Points.Zero, (total, weight) => total + weight);
        var isSum = from.Weights.All(weight => weight == 100);
        if (round == PeriodKind.Year || from.Weights.Count != Period.CountPerYear(round))
            Report("scheme.year-rounds", "$.year.weights", document.Round);
        if (from.Weights.Any(weight => weight < 0) || (sum != 100 && !isSum))
            Report("scheme.weights", "$.year.weights", sum);
        return new YearClause(from.Weights, isSum, Word("$.year.missing", from.Missing, MissingParts), rounding ?? Rounding.None, Cite(from.Cites, "$.year.cites"));
    }

    private void ResolveTargets()
    {
        for (var i = 0; i < document.Targets.Count; i++)
        {
            var (from, path) = (document.Targets[i], $"$.targets[{i}]");
            var target = new Target(
                Id($"{path}.id", from.Id), from.Name, Word($"{path}.pool", from.Pool, Pools), Condition(from.When, $"{path}.when", Needs.Total), Cite(from.Cites, $"{path}.cites"));
            if (!targets.TryAdd(from.Id, target))
                Report("scheme.duplicate-id", $"{path}.id", from.Id);
        }
    }

    private void CheckLayers(LayersDocument from)
    {
        Cite(from.Cites, "$.layers.cites");
        for (var i = 0; i < from.Outcomes.Count; i++)
            Word($"$.layers.outcomes[{i}]", from.Outcomes[i], OutcomeKinds);
        for (var i = 0; i < from.Items.Count; i++)
        {
            var (open, path) = (from.Items[i], $"$.layers.items[{i}]");
            Word($"{path}.component", open.Component, components.DistinctBy(component => component.Id).ToDictionary(component => component.Id, StringComparer.Ordinal));
            Words($"{path}.effects", open.Effects, ["add", "deduct"]);
            if (open.Maximum < 0)
                Report("scheme.negative", $"{path}.maximum");
        }
    }

    private Rows RowsOf(string word, string path)
    {
        var rows = Word(path, word, new Dictionary<string, Rows>(StringComparer.Ordinal) { ["round"] = Rows.Round, ["year"] = Rows.Year, ["both"] = Rows.Both });
        if (rows != Rows.Round && document.Year is null)
            Report("scheme.year-without-total", path);
        return rows;
    }

    /// <summary>A condition on a grade or rank stands where rows carry one.</summary>
    private void CheckRow(Condition condition, bool onYear, string path)
    {
        var missing = onYear ? "round" : "year";
        if (condition.Needs.HasFlag(Needs.Grade) && document.Grades is { } grades && grades.On == missing)
            Report("scheme.not-on-row", path, "grades");
        if (condition.Needs.HasFlag(Needs.Rank) && document.Ranking is { } ranking && ranking.On == missing)
            Report("scheme.not-on-row", path, "ranking");
    }
}

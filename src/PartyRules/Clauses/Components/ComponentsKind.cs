using PartyRules.Arithmetic;
using PartyRules.Clauses.Adjustments;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Appraisals;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Crediting;
using PartyRules.Clauses.Inputs;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Limits;
using PartyRules.Clauses.Multipliers;
using PartyRules.Clauses.RulesInCode;
using PartyRules.Clauses.Selections;
using PartyRules.Clauses.Totals;
using PartyRules.Clauses.Worth;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Components;

/// <summary>The parts of the total.</summary>
internal sealed class ComponentsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "components";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Components;

    /// <inheritdoc/>
    public override void Declare(Resolving at)
    {
        foreach (var component in at.List<ComponentDocument>(Key))
        {
            at.Declare<Component>(component.Id, component.Name);
            foreach (var item in component.Items)
            {
                at.Declare<Entry>(item.Code, item.Name);
                at.Declare<Item>(item.Code, item.Name);
            }
        }
    }

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var components = at.List<ComponentDocument>(Key);
        at.CheckUnique("$.components", components.Select(component => component.Id));
        var grouped = at.GroupedComponents();
        for (var i = 0; i < components.Count; i++)
            Read(at, components[i], i, $"$.components[{i}]", grouped);
        CheckRounding(at, components);
        if (components.Count > 0 && components.All(component => component.Counts == false))
            at.Report("scheme.informs-alone", "$.components");
        if (components.Count == 0 && at.Clauses.Of<RecordItem>().Count == 0)
            at.Report("scheme.empty-list", "$.components");
        at.CheckItemsExcludeEachOther();
        at.CheckLimitsOfVariants(components);
        at.CheckLimitsThatSpanRounds();
        at.CheckItemsThatAreCredited();
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        yield return (Stage.Points, new ComponentAddsUp());
        yield return (Stage.Points, new RequiredComponentIsMissing());
        yield return (Stage.Points, new MissingComponentRaisesFinding());
        if (scheme.Components.Any(component => component.IsCompound))
            yield return (Stage.Points, new CompoundComponentAddsUp());
        if (scheme.Components.Any(component => component.Balance is not null))
            yield return (Stage.Points, new ComponentIsOverdrawn());
    }

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => stage == Stage.Points ? scheme.Components : [];

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var component in scheme.Components)
        {
            foreach (var amount in new[] { component.Start, component.Minimum, component.Maximum })
                amount?.LookAt(facts.By(component.Cites));
        }
    }

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        foreach (var score in account.Assessment.Components)
            Tell(account, score);
    }

    /// <inheritdoc/>
    public override IEnumerable<Demand> DemandsOf(Telling account) =>
        account.Assessment.Components.SelectMany(score =>
            account.DemandsOfAdjustments(score.Component)
                .Concat(account.DemandsOf(score.Component.Multipliers, score.Component.Name)));

    private static void Tell(Telling account, ComponentScore score)
    {
        var component = score.Component;
        account.Line("component", component.Name, component.Id, score.Points, account.Cited(component.Cites));
        if (!component.Counts)
            account.Line("component.informs");
        if (score.Start != 0 || !component.Start.IsSame)
            account.Line("component.start", account.InCase(score.Start.ToString(), component.Start));
        var credits = account.CreditsOf(component);
        account.TellCredits(credits);
        account.TellOrdinals(component);
        account.TellNotSelected(component, credits);
        account.TellAppraisals(component);
        account.TellCarried(component);
        account.TellBalance(component, credits);
        account.TellRuleCredits(component);
        account.TellAdjustments(component);
        account.TellLimits(component);
        account.TellMultiplied(score);
        var unbounded = score.Start + score.Sum;
        if (score.Unrounded is { } exact && exact.CompareTo(Exact.Of(unbounded)) != 0)
            account.Line("component.rounded", exact.ToText(), unbounded);
        if (unbounded != score.Points)
            account.Line(
                "component.bounded",
                unbounded,
                account.InCase(score.Points.ToString(), unbounded > score.Points ? component.Maximum : component.Minimum));
    }

    private static void Read(Resolving at, ComponentDocument from, int index, string path, HashSet<string> grouped)
    {
        at.CheckId($"{path}.id", from.Id);
        if (from.Weight < 0)
            at.Report("scheme.negative", $"{path}.weight");
        if (from.Counts == false && (from.Weight is not null || grouped.Contains(from.Id)))
            at.Report("scheme.informs", $"{path}.counts", from.Id);
        CheckItems(at, from, path);
        if (from.Limit is not null && from.Multipliers.Any(MultipliesAdditions) && from.Items.Any(item => item.Effect == "deduct"))
            at.Report("scheme.multiplier-additions", $"{path}.multipliers");
        var component = at.Clauses.Add(Component(at, from, index, path, grouped.Contains(from.Id)));
        if (!at.AlwaysMeet([component.Minimum, component.Start, component.Maximum], path, figures =>
            !(figures[0] > figures[1] || figures[1] > figures[2])))
            at.Report("scheme.bounds", path);
        for (var i = 0; i < from.Items.Count; i++)
            at.Clauses.Add(at.Item(from.Items[i], component, i, $"{path}.items[{i}]"));
        at.Adjustments(from.Adjustments, component, $"{path}.adjustments");
    }

    /// <summary>
    /// A component has something that gives it points, or layers may add that. What requires an entry can be recorded, or layers below
    /// add what can.
    /// </summary>
    private static void CheckItems(Resolving at, ComponentDocument from, string path)
    {
        if (from.Items.Count > 0 || from.Rules is not null)
            return;
        if (from.Carries.Count == 0 && from.Adjustments.Count == 0 && !at.Layered.MayHaveItemsOfLayers(from.Id))
            at.Report("scheme.empty-list", $"{path}.items");
        else if (from.Required && !at.Layered.IsOpenToItems(from.Id))
            at.Report("scheme.component-unfilled", $"{path}.required", from.Id, at.Head.Id);
    }

    private static Component Component(Resolving at, ComponentDocument from, int index, string path, bool isGrouped)
    {
        var isCompound = from.Multipliers.Count > 0 || from.Carries.Count > 0 || from.Rules is not null
            || from.Rounding is not null || from.Adjustments.Count > 0 || from.Balance is not null
            || from.Items.Any(item => item.Appraisal is not null);
        var limit = at.Limit(from.Limit, $"{path}.limit");
        var own = at.OwnRounding(from.Rounding, $"{path}.rounding");
        return new Component
        {
            Id = from.Id,
            Index = index,
            Name = from.Name,
            Start = at.Amount(from.Start, $"{path}.start")!,
            Minimum = at.Amount(from.Minimum, $"{path}.minimum"),
            Maximum = at.Amount(from.Maximum, $"{path}.maximum"),
            Limit = limit,
            IsRequired = from.Required,
            AwaitsItems = from.Items.Count == 0 && from.Rules is null && at.Layered.MayHaveItemsOfLayers(from.Id),
            Weight = from.Weight,
            Counts = from.Counts ?? true,
            IsGrouped = isGrouped,
            Multipliers = Resolving.Each($"{path}.multipliers", from.Multipliers, at.Multiplier),
            TellsAdditions = from.Multipliers.Any(MultipliesAdditions),
            Carries = Resolving.Each($"{path}.carries", from.Carries, at.Carried),
            Balance = from.Balance is null ? null : Balance(at, from, from.Balance, $"{path}.balance"),
            Cascades = at.Cascades(from.Limit, from.Items.Select(item => item.Limit)),
            IsCompound = isCompound,
            Rules = from.Rules is null ? null : at.Id($"{path}.rules", from.Rules),
            Rounding = own ?? (from.Multipliers.Count > 0 || from.Carries.Count > 0 ? at.Rounding : Rounding.None),
            RoundsItself = own is not null,
            Cites = at.Cite(from.Cites, $"{path}.cites"),
        };
    }

    /// <summary>
    /// A balance is what entries earn and spend one after the other: nothing else may change what was there on a day.
    /// </summary>
    private static Balance Balance(Resolving at, ComponentDocument of, BalanceDocument from, string path)
    {
        if (at.Round != PeriodKind.Year)
            at.Report("scheme.balance-rounds", path);
        var inTheWay = KeysBeside(of).ToList();
        if (inTheWay.Count > 0)
            at.Report("scheme.balance-alone", path, string.Join(", ", inTheWay));
        var word = at.Word<OverdrawnWord>($"{path}.overdrawn", from.Overdrawn);
        return new Balance(
            word == OverdrawnWord.LeftOut, at.Finding(from.Finding, $"{path}.finding"), at.Cite(from.Cites, $"{path}.cites"));
    }

    /// <summary>The keys that change what was there on a day.</summary>
    private static IEnumerable<string> KeysBeside(ComponentDocument of)
    {
        (string Key, bool IsInTheWay)[] keys =
        [
            ("maximum", of.Maximum is not null),
            ("minimum", of.Minimum?.All.Any(least => least > 0) == true),
            ("limit", of.Limit is not null),
            ("multipliers", of.Multipliers.Count > 0),
            ("rules", of.Rules is not null),
            ("adjustments", of.Adjustments.Count > 0),
        ];
        var ofItems = of.Items.SelectMany((item, i) => new[]
        {
            ($"items[{i}].limit", item.Limit is not null), ($"items[{i}].appraisal", item.Appraisal is not null),
        });
        return keys.Concat(ofItems).Where(key => key.Item2).Select(key => key.Item1);
    }

    /// <summary>A scheme that multiplies or divides says how it rounds. Rounding that is stated wrongly is one mistake, not two.</summary>
    private static void CheckRounding(Resolving at, IReadOnlyList<ComponentDocument> components)
    {
        var counts = at.List<SelectionDocument>("selections").Any(selection => selection.Factors is not null);
        var sums = at.List<GroupDocument>("groups").Any(group => group.Multipliers.Count > 0)
            || at.Section<TotalDocument>("total")?.Multipliers.Count > 0;
        var multiplies = counts || sums || at.Has("year") || components.Any(component =>
            component.Weight is not null
                || component.Multipliers.Count > 0
                || component.Carries.Count > 0
                || component.Adjustments.Any(AdjustmentReading.Multiplies)
                || component.Items.Any(item => Multiplies(at, item)));
        if (multiplies && at.Head.Rounding is null or { Mode: "none", Places: null })
        {
            if (at.Head.Rounding is null)
                at.Report("scheme.rounding-unstated", "$");
            else
                at.Report("scheme.rounding-none", "$.rounding");
        }
    }

    private static bool MultipliesAdditions(MultiplierDocument from) => from.Multiplies == "additions";

    private static bool Multiplies(Resolving at, ItemDocument item) => item.Appraisal is not null || at.Multiplies(item.Worth);
}

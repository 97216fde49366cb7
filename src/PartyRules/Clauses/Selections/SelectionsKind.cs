using PartyRules.Clauses.Core;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Selections;

/// <summary>Which of several entries count.</summary>
[ToldWithin("Components")]
internal sealed class SelectionsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "selections";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var selections = at.List<SelectionDocument>(Key);
        at.CheckUnique("$.selections", selections.Select(selection => selection.Id));
        var ofItems = at.Clauses.Add(new SelectionsOfItems());
        for (var i = 0; i < selections.Count; i++)
            Read(at, selections[i], $"$.selections[{i}]", ofItems);
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        if (scheme.Items.Any(item => !item.IsDirect))
            yield return (Stage.Points, new EntryIsCandidate());
        if (scheme.Items.Any(item => item.Selection is not null))
            yield return (Stage.Points, new SelectionKeepsCredits());
    }

    private static void Read(Resolving at, SelectionDocument from, string path, SelectionsOfItems ofItems)
    {
        var isByReference = from.Within == WordMeanings.Reference;
        if (from.AtMost < 1)
            at.Report("scheme.at-least-one", $"{path}.atMost");
        if (from.AtMost is null == from.Factors is null)
            at.Report("scheme.exactly-one", path, "atMost, factors");
        if (from.Factors is { } factors && !AreOrdinals(factors))
            at.Report("scheme.ordinals", $"{path}.factors");
        var keep = at.Word<Keep>($"{path}.keep", from.Keep);
        var window = at.WindowOrReference($"{path}.within", from.Within);
        var selection = new Selection(
            at.Id($"{path}.id", from.Id),
            keep,
            from.AtMost ?? int.MaxValue,
            [.. (from.Factors ?? []).Select(factor => new OrdinalFactor(factor.From, factor.Factor))],
            at.Rounding,
            window,
            at.Cite(from.Cites, $"{path}.cites"))
        { FirstMonth = at.FirstMonth };
        at.Words($"{path}.items", from.Items, at.DeclaredOf<Item>());
        for (var i = 0; i < from.Items.Count; i++)
        {
            if (!ofItems.ByCode.TryAdd(from.Items[i], selection))
                at.Report("scheme.two-selections", $"{path}.items[{i}]", from.Items[i]);
        }

        if (isByReference)
            at.RequireReference(from.Items);
    }

    private static bool AreOrdinals(IReadOnlyList<OrdinalFactorDocument> factors) =>
        factors.Count > 0 && factors[0].From == 1 && factors.All(factor => factor.Factor >= 0)
        && factors.Zip(factors.Skip(1)).All(pair => pair.First.From < pair.Second.From);
}

/// <summary>The selections of a scheme, by the codes of the items among whose entries they select.</summary>
internal sealed class SelectionsOfItems
{
    /// <summary>The selection of each code.</summary>
    public Dictionary<string, Selection> ByCode { get; } = new(StringComparer.Ordinal);

    /// <summary>The effects of the items that were read of each selection.</summary>
    public HashSet<(Selection Selection, bool Deducts)> Effects { get; } = [];
}

/// <summary>How selections are asked for, and told.</summary>
internal static class SelectionReading
{
    /// <summary>The selection among the entries of an item; null for none.</summary>
    public static Selection? SelectionOf(this Resolving at, string code) =>
        at.Clauses.One<SelectionsOfItems>()?.ByCode.GetValueOrDefault(code);

    /// <summary>Takes note of the effect of an item of a selection; whether one that was read before has the other effect.</summary>
    public static bool HasOtherEffect(this Resolving at, Selection selection, bool deducts)
    {
        var effects = at.Clauses.One<SelectionsOfItems>()!.Effects;
        effects.Add((selection, deducts));
        return effects.Contains((selection, !deducts));
    }

    /// <summary>Tells which entries did not count beside others.</summary>
    public static void TellNotSelected(this Telling account, Component component, IReadOnlyCollection<Credit> credits)
    {
        var counted = credits.Select(credit => credit.Entry).ToHashSet();
        var passedOver = account.Facts.Of<Candidate>(component, candidate => candidate.Item.Component)
            .Where(candidate => candidate.Item.Selection is not null && !counted.Contains(candidate.Entry));
        foreach (var candidate in passedOver.OrderBy(candidate => candidate.Entry, Entry.Chronological))
        {
            var cited = account.Cited(candidate.Item.Selection!.Cites);
            account.Line("not-selected", candidate.Entry.Id, Telling.DateOf(candidate.Entry), candidate.Item.Name, candidate.Points, cited);
        }
    }

    /// <summary>Tells what entries count by their places, beside what they are worth by themselves.</summary>
    public static void TellOrdinals(this Telling account, Component component)
    {
        var alike = account.Facts.Of<Candidate>().Where(candidate => candidate.Item.Selection is { Factors.Count: > 0 })
            .GroupBy(candidate => candidate.Key)
            .OrderBy(group => group.Select(candidate => candidate.Entry).Min(Entry.Chronological)!, Entry.Chronological);
        foreach (var group in alike)
        {
            foreach (var (i, candidate) in group.Key.Selection.InOrder(group).Index())
            {
                if (candidate.Item.Component == component)
                    account.Line(
                        "ordinal",
                        candidate.Entry.Id,
                        Telling.DateOf(candidate.Entry),
                        candidate.Item.Name,
                        i + 1,
                        candidate.Points,
                        group.Key.Selection.Counted(i + 1, candidate.Points),
                        account.Cited(group.Key.Selection.Cites));
            }
        }
    }
}

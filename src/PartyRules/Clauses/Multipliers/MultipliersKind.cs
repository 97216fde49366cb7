using PartyRules.Arithmetic;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Items;
using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Multipliers;

/// <summary>What a component's points are multiplied by.</summary>
[ToldWithin("Components")]
internal sealed class MultipliersKind : ClauseKind
{
    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var multiplier in scheme.Components.SelectMany(component => component.Multipliers))
        {
            multiplier.When?.LookAt(facts.By(multiplier.Cites));
            if (multiplier.Attribute is { } column)
                facts.By(multiplier.Cites).ColumnThatMustBeThere(column);
            facts.EntriesOf([.. multiplier.Records, .. multiplier.Rate?.Codes ?? [], .. multiplier.Rate?.Among ?? []]);
            facts.ValuesOf(multiplier.Records);
        }
    }
}

/// <summary>How multipliers are read, and told.</summary>
internal static class MultiplierReading
{
    /// <summary>Reads a multiplier.</summary>
    public static Multiplier Multiplier(this Resolving at, MultiplierDocument from, string path)
    {
        object?[] ways = [from.Factor, from.Percent, from.Records, from.Rate, from.Attribute];
        if (ways.Count(member => member is not null) != 1)
            at.Report("scheme.exactly-one", path, "factor, percent, records, rate, attribute");
        if ((from.Records ?? from.Rate ?? (object?)from.Attribute) is not null && from.Otherwise is null)
            at.Report("scheme.otherwise-unstated", path);
        if (from.Factor < 0 || from.Percent < 0 || from.Otherwise < 0)
            at.Report("scheme.negative", path);
        if (from.Records is { Count: 0 })
            at.Report("scheme.empty-list", $"{path}.records");
        for (var i = 0; i < (from.Records?.Count ?? 0); i++)
            at.RecordWithValue($"{path}.records[{i}]", from.Records![i]);
        if (from.Attribute is not null && at.Word($"{path}.attribute", from.Attribute, at.Head.Subjects.Attributes) is { Kind: "text" })
            at.Report("scheme.attribute-kind", $"{path}.attribute", from.Attribute);
        Exact? constant = from.Factor is { } factor ? Exact.Of(factor)
            : from.Percent is { } percent ? Exact.Of(percent) / new Exact(100, 1)
            : null;
        return new Multiplier(
            constant,
            from.Records ?? [],
            from.Rate is null ? null : at.Rate(from.Rate, $"{path}.rate"),
            from.Attribute,
            Exact.Of(from.Otherwise ?? 1),
            from.When is null ? null : at.Condition(from.When, $"{path}.when", Needs.None),
            at.Cite(from.Cites, $"{path}.cites"));
    }

    private static Rate Rate(this Resolving at, RateDocument from, string path)
    {
        var rate = new Rate(at.Codes($"{path}.of", from.Of), at.Codes($"{path}.among", from.Among));
        if (from.Of.Except(from.Among, StringComparer.Ordinal).FirstOrDefault() is { } outside)
            at.Report("scheme.rate-outside", $"{path}.among", outside);
        return rate;
    }

    /// <summary>The multipliers of a component that do not apply.</summary>
    public static IEnumerable<PassedOver> MultipliersPassedOver(this Telling account, Component component) =>
        account.Dossier is not { } dossier ? []
            : component.Multipliers.Where(multiplier => !multiplier.AppliesTo(dossier))
                .Select(multiplier => new PassedOver(component.Name, multiplier.When!, multiplier.Cites));

    /// <summary>Tells what a component's points were multiplied by, and what that made.</summary>
    public static void TellMultiplied(this Telling account, ComponentScore score)
    {
        if (account.Dossier is { } dossier)
        {
            foreach (var multiplier in score.Component.Multipliers.Where(multiplier => multiplier.AppliesTo(dossier)))
            {
                var (factor, origin, part, whole) = multiplier.FactorOf(dossier);
                account.Line(
                    $"multiplier.{origin}", factor.ToText(), account.Cited(multiplier.Cites), part, whole, multiplier.Attribute);
            }
        }

        if (score.Component.Multipliers.Count > 0 || score.Component.Carries.Count > 0)
            account.Line("multiplied", score.Component.Start + score.Sum);
    }
}

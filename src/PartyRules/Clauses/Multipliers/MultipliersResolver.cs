using PartyRules.Arithmetic;
using PartyRules.Clauses.Multipliers;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>What points are multiplied by.</content>
internal sealed partial class SchemeResolver
{
    private Multiplier ResolveMultiplier(MultiplierDocument from, string path)
    {
        if (new object?[] { from.Factor, from.Percent, from.Records, from.Rate, from.Attribute }.Count(member => member is not null) != 1)
            Report("scheme.exactly-one", path, "factor, percent, records, rate, attribute");
        if ((from.Records ?? from.Rate ?? (object?)from.Attribute) is not null && from.Otherwise is null)
            Report("scheme.otherwise-unstated", path);
        if (from.Factor < 0 || from.Percent < 0 || from.Otherwise < 0)
            Report("scheme.negative", path);
        if (from.Records is { Count: 0 })
            Report("scheme.empty-list", $"{path}.records");
        for (var i = 0; i < (from.Records?.Count ?? 0); i++)
            RecordWithValue($"{path}.records[{i}]", from.Records![i]);

        if (from.Attribute is not null && Word($"{path}.attribute", from.Attribute, document.Subjects.Attributes) is { Kind: "text" })
            Report("scheme.attribute-kind", $"{path}.attribute", from.Attribute);
        Exact? constant = from.Factor is { } factor ? Exact.Of(factor) : from.Percent is { } percent ? Exact.Of(percent) / new Exact(100, 1) : null;
        return new Multiplier(
            constant,
            from.Records ?? [],
            from.Rate is null ? null : ResolveRate(from.Rate, $"{path}.rate"),
            from.Attribute,
            Exact.Of(from.Otherwise ?? 1),
            from.When is null ? null : Condition(from.When, $"{path}.when", Needs.None),
            Cite(from.Cites, $"{path}.cites"));
    }

    /// <summary>A share never passes the whole: what it is taken of is among what it is taken from.</summary>
    private Rate ResolveRate(RateDocument from, string path)
    {
        var rate = new Rate(Words($"{path}.of", from.Of, codes.Keys), Words($"{path}.among", from.Among, codes.Keys));
        if (from.Of.Except(from.Among, StringComparer.Ordinal).FirstOrDefault() is { } outside)
            Report("scheme.rate-outside", $"{path}.among", outside);
        return rate;
    }
}

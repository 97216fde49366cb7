using PartyRules.Arithmetic;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What a component's points are multiplied by.</summary>
/// <seealso href="docs/schemes/clauses/multipliers.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Multiplier(
    Exact? constant, IReadOnlyList<string> records, Rate? rate, string? attribute, Exact otherwise, Condition? when, Citation cites)
{
    public Citation Cites { get; } = cites;

    /// <summary>The codes of the records whose values are averaged; empty for another.</summary>
    public IReadOnlyList<string> Records { get; } = records;

    /// <summary>The column of the subject that is the factor; null for another.</summary>
    public string? Attribute { get; } = attribute;

    /// <summary>The factor for a dossier; one where the multiplier does not apply.</summary>
    public Exact Of(Dossier dossier)
    {
        if (when is not null && !when.Holds(new Known(dossier)))
            return new Exact(1, 1);
        if (constant is { } fixedFactor)
            return fixedFactor;
        if (Attribute is not null)
            return Points.TryParse(dossier.Subject.Attributes.GetValueOrDefault(Attribute, ""), out var number)
                ? Exact.Of(number)
                : otherwise;
        return (rate is null ? Average(dossier) : rate.Of(dossier)) ?? otherwise;
    }

    /// <summary>The average of what the records' entries carry, taken as percentages; null where there are none.</summary>
    private Exact? Average(Dossier dossier)
    {
        var (sum, count) = (Points.Zero, 0);
        foreach (var entry in dossier.Entries)
        {
            if (entry.Value is { } value && Records.Contains(entry.Item))
                (sum, count) = (sum + value, count + 1);
        }

        return count == 0 ? null : Exact.Of(sum) / new Exact(count * 100, 1);
    }
}

/// <summary>How many entries of some codes there are among those of others, such as meetings attended among meetings called.</summary>
internal sealed record Rate(IReadOnlyList<string> Codes, IReadOnlyList<string> Among)
{
    /// <summary>The rate as an exact fraction; null where there is nothing to be among.</summary>
    public Exact? Of(Dossier dossier)
    {
        var (part, whole) = (0, 0);
        foreach (var entry in dossier.Entries)
        {
            part += Codes.Contains(entry.Item) ? 1 : 0;
            whole += Among.Contains(entry.Item) ? 1 : 0;
        }

        return whole == 0 ? null : new Exact(part, whole);
    }
}

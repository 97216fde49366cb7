using PartyRules.Arithmetic;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What a component's points are multiplied by.</summary>
/// <seealso href="docs/schemes/clauses/multipliers.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Multiplier(
    Exact? constant, IReadOnlyList<string> records, Rate? rate, string? attribute, Exact otherwise, Condition? when, Citation cites)
{
    private readonly WordSet averaged = new(records);

    public Citation Cites { get; } = cites;

    /// <summary>The codes of the records whose values are averaged; empty for another.</summary>
    public IReadOnlyList<string> Records { get; } = records;

    /// <summary>The share of entries that is the factor; null for another.</summary>
    public Rate? Rate { get; } = rate;

    /// <summary>The column of the subject that is the factor; null for another.</summary>
    public string? Attribute { get; } = attribute;

    /// <summary>When it applies; null for always.</summary>
    public Condition? When { get; } = when;

    /// <summary>Whether it applies to a dossier.</summary>
    public bool AppliesTo(Dossier dossier) => When is null || When.Holds(new Known(dossier));

    /// <summary>The factor for a dossier; one where the multiplier does not apply.</summary>
    public Exact Of(Dossier dossier) => AppliesTo(dossier) ? FactorOf(dossier).Factor : new Exact(1, 1);

    /// <summary>The factor for a dossier to which it applies, and what it was made of.</summary>
    public MultiplierFactor FactorOf(Dossier dossier)
    {
        if (constant is { } fixedFactor)
            return new MultiplierFactor(fixedFactor, FactorOrigin.Fixed);
        if (Attribute is not null)
            return Points.TryParse(dossier.Subject.Attributes.GetValueOrDefault(Attribute, ""), out var number)
                ? new MultiplierFactor(Exact.Of(number), FactorOrigin.Attribute)
                : new MultiplierFactor(otherwise, FactorOrigin.NoAttribute);
        return Rate is null ? Average(dossier) : RateOf(Rate, dossier);
    }

    private MultiplierFactor RateOf(Rate rate, Dossier dossier)
    {
        var (part, whole) = rate.Of(dossier);
        return whole == 0
            ? new MultiplierFactor(otherwise, FactorOrigin.NoRate)
            : new MultiplierFactor(new Exact(part, whole), FactorOrigin.Rate, part, whole);
    }

    /// <summary>The average of what the records' entries carry, taken as percentages.</summary>
    private MultiplierFactor Average(Dossier dossier)
    {
        var (sum, count) = (Points.Zero, 0);
        foreach (var entry in dossier.Entries)
        {
            if (entry.Value is { } value && averaged.Contains(entry.Item))
                (sum, count) = (sum + value, count + 1);
        }

        return count == 0
            ? new MultiplierFactor(otherwise, FactorOrigin.NoRecords)
            : new MultiplierFactor(Exact.Of(sum) / new Exact(count * 100, 1), FactorOrigin.Records, count, count);
    }
}

/// <summary>What a factor was made of.</summary>
internal enum FactorOrigin
{
    /// <summary>The scheme states it.</summary>
    Fixed,

    /// <summary>A column of the subject.</summary>
    Attribute,

    /// <summary>The column has nothing for the subject.</summary>
    NoAttribute,

    /// <summary>A share of entries.</summary>
    Rate,

    /// <summary>There is nothing of which there could be a share.</summary>
    NoRate,

    /// <summary>The average of records.</summary>
    Records,

    /// <summary>There are no records.</summary>
    NoRecords,
}

/// <summary>A factor, and what it was made of.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Origin">What it was made of.</param>
/// <param name="Part">How many entries are meant.</param>
/// <param name="Whole">Among how many.</param>
internal readonly record struct MultiplierFactor(Exact Factor, FactorOrigin Origin, int Part = 0, int Whole = 0);

/// <summary>How many entries of some codes there are among those of others, such as meetings attended among meetings called.</summary>
internal sealed record Rate(IReadOnlyList<string> Codes, IReadOnlyList<string> Among)
{
    private readonly WordSet codes = new(Codes);
    private readonly WordSet among = new(Among);

    /// <summary>How many entries there are, and among how many.</summary>
    public (int Part, int Whole) Of(Dossier dossier)
    {
        var (part, whole) = (0, 0);
        foreach (var entry in dossier.Entries)
        {
            part += codes.Contains(entry.Item) ? 1 : 0;
            whole += among.Contains(entry.Item) ? 1 : 0;
        }

        return (part, whole);
    }
}

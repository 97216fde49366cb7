using PartyRules.Arithmetic;
using PartyRules.Conditions;

namespace PartyRules.Schemes;

/// <summary>What a factor is made of.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal abstract record FactorSource
{
    /// <summary>The factors that it may be; null where they are not counted.</summary>
    public virtual IReadOnlyList<Exact>? All => null;

    /// <summary>Whether a factor may be below zero.</summary>
    public virtual bool MayBeNegative => false;

    /// <summary>The column of the subject that is the factor; null for another.</summary>
    public virtual string? Column => null;

    /// <summary>The factor; null where it is not decided before the period is over.</summary>
    public abstract Factor? Of(in Known known);

    /// <summary>Says which facts it looks at that a data set may lack.</summary>
    public abstract void LookAt(LookedAt facts);
}

/// <summary>A factor that the scheme states.</summary>
internal sealed record FixedFactor(Exact Number) : FactorSource
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exact> All => [Number];

    /// <inheritdoc/>
    public override Factor? Of(in Known known) => new Factor(Number, FactorOrigin.Fixed);

    /// <inheritdoc/>
    public override void LookAt(LookedAt facts)
    {
    }
}

/// <summary>A column of the subject, of zero or more.</summary>
/// <param name="Attribute">The column.</param>
/// <param name="Otherwise">The factor where it is empty.</param>
internal sealed record AttributeFactor(string Attribute, Exact Otherwise) : FactorSource
{
    /// <inheritdoc/>
    public override string Column => Attribute;

    /// <inheritdoc/>
    public override Factor? Of(in Known known) =>
        Points.TryParse(known.Dossier.Subject.Attributes.GetValueOrDefault(Attribute, ""), out var number)
            ? new Factor(Exact.Of(number), FactorOrigin.Attribute)
            : new Factor(Otherwise, FactorOrigin.NoAttribute);

    /// <inheritdoc/>
    public override void LookAt(LookedAt facts) => facts.ColumnThatMustBeThere(Attribute);
}

/// <summary>The average of what the entries of records carry, taken as percentages.</summary>
/// <param name="Records">The codes of the records.</param>
/// <param name="Otherwise">The factor where there are none.</param>
internal sealed record RecordsFactor(IReadOnlyList<string> Records, Exact Otherwise) : FactorSource
{
    private readonly WordSet averaged = new(Records);

    /// <inheritdoc/>
    public override Factor? Of(in Known known)
    {
        var (sum, count) = (Points.Zero, 0);
        foreach (var entry in known.Dossier.Entries)
        {
            if (entry.Value is { } value && averaged.Contains(entry.Item))
                (sum, count) = (sum + value, count + 1);
        }

        return count == 0
            ? new Factor(Otherwise, FactorOrigin.NoRecords)
            : new Factor(Exact.Of(sum) / new Exact(count * 100, 1), FactorOrigin.Records, count, count);
    }

    /// <inheritdoc/>
    public override void LookAt(LookedAt facts)
    {
        facts.EntriesOf(Records);
        facts.ValuesOf(Records);
    }
}

/// <summary>How many entries of some codes there are among those of others, such as meetings attended among meetings called.</summary>
/// <param name="Codes">The codes of the entries of which the share is taken.</param>
/// <param name="Among">The codes of those among which it is taken.</param>
/// <param name="Otherwise">The factor where there is nothing of which there could be a share.</param>
internal sealed record RateFactor(IReadOnlyList<string> Codes, IReadOnlyList<string> Among, Exact Otherwise) : FactorSource
{
    private readonly WordSet codes = new(Codes);
    private readonly WordSet among = new(Among);

    /// <inheritdoc/>
    public override Factor? Of(in Known known)
    {
        var (part, whole) = (0, 0);
        foreach (var entry in known.Dossier.Entries)
        {
            part += codes.Contains(entry.Item) ? 1 : 0;
            whole += among.Contains(entry.Item) ? 1 : 0;
        }

        return whole == 0
            ? new Factor(Otherwise, FactorOrigin.NoRate)
            : new Factor(new Exact(part, whole), FactorOrigin.Rate, part, whole);
    }

    /// <inheritdoc/>
    public override void LookAt(LookedAt facts) => facts.EntriesOf([.. Codes, .. Among]);
}

/// <summary>What a measure is.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="IsPercentage">Whether it is taken as a percentage, so that 80 multiplies by 0.8.</param>
/// <param name="Otherwise">The factor where it is not known.</param>
internal sealed record MeasureFactor(Measure Measure, bool IsPercentage, Exact Otherwise) : FactorSource
{
    /// <inheritdoc/>
    public override bool MayBeNegative => Measure.Quantity.MayBeNegative;

    /// <inheritdoc/>
    public override Factor? Of(in Known known) => Measure.Of(known) is not { } measured
        ? new Factor(Otherwise, FactorOrigin.NoMeasure) { Measure = Measure }
        : new Factor(IsPercentage ? measured / new Exact(100, 1) : measured, FactorOrigin.Measure)
        {
            Measure = Measure,
            Measured = measured,
        };

    /// <inheritdoc/>
    public override void LookAt(LookedAt facts) => Measure.Quantity.LookAt(facts);
}

/// <summary>The factor of the band in which a measure falls.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Bands">The bands, each with its factor instead of points.</param>
/// <param name="Otherwise">The factor below the lowest band, and where the measure is not known.</param>
internal sealed record BandFactor(Measure Measure, Bands Bands, Exact Otherwise) : FactorSource
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exact> All => [.. Bands.Steps.Select(band => Exact.Of(band.Points.Most)), Otherwise];

    /// <inheritdoc/>
    public override Factor? Of(in Known known)
    {
        if (Measure.Of(known) is not { } measured)
            return new Factor(Otherwise, FactorOrigin.NoMeasure) { Measure = Measure };
        var band = Bands.BandOf(measured);
        return new Factor(
            band is null ? Otherwise : Exact.Of(band.Points.Of(known.Dossier)), band is null ? FactorOrigin.BelowBands : FactorOrigin.Band)
        {
            Measure = Measure,
            Measured = measured,
            Band = band,
        };
    }

    /// <inheritdoc/>
    public override void LookAt(LookedAt facts) => Measure.Quantity.LookAt(facts);
}

/// <summary>A table: the factor of the one row that holds.</summary>
/// <param name="Rows">Conditions of which at most one holds, each with its factor.</param>
/// <param name="Otherwise">The factor where none holds.</param>
internal sealed record TableFactor(IReadOnlyList<FactorRow> Rows, Exact Otherwise) : FactorSource
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exact> All => [.. Rows.Select(row => row.Factor), Otherwise];

    /// <inheritdoc/>
    public override Factor? Of(in Known known)
    {
        var isDecided = true;
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].When.Holds(known))
                return new Factor(Rows[i].Factor, FactorOrigin.Row) { Row = i };
            isDecided &= Rows[i].When.Fails(known);
        }

        return isDecided ? new Factor(Otherwise, FactorOrigin.NoRow) : null;
    }

    /// <inheritdoc/>
    public override void LookAt(LookedAt facts)
    {
        foreach (var row in Rows)
            row.When.LookAt(facts);
    }
}

/// <summary>One row of a table of factors.</summary>
/// <param name="When">What must hold.</param>
/// <param name="Factor">The factor.</param>
internal sealed record FactorRow(Condition When, Exact Factor);

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

    /// <summary>A measure.</summary>
    Measure,

    /// <summary>The measure is not known.</summary>
    NoMeasure,

    /// <summary>A band of a measure.</summary>
    Band,

    /// <summary>The measure is below the lowest band.</summary>
    BelowBands,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>No row of the table holds.</summary>
    NoRow,
}

/// <summary>A factor, and what it was made of.</summary>
/// <param name="Number">The factor.</param>
/// <param name="Origin">What it was made of.</param>
/// <param name="Part">How many entries are meant.</param>
/// <param name="Whole">Among how many.</param>
internal readonly record struct Factor(Exact Number, FactorOrigin Origin, int Part = 0, int Whole = 0)
{
    /// <summary>The measure; null for another origin.</summary>
    public Measure? Measure { get; init; }

    /// <summary>What the measure is; null where it is not known.</summary>
    public Exact? Measured { get; init; }

    /// <summary>The band in which it falls; null for none.</summary>
    public Band? Band { get; init; }

    /// <summary>Which row holds, from 0; null for none.</summary>
    public int? Row { get; init; }
}

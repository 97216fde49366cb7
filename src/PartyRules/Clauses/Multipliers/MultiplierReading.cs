using PartyRules.Arithmetic;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Clauses.Items;
using PartyRules.Clauses.Worth;
using PartyRules.Conditions;
using PartyRules.Documents;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Multipliers;

/// <summary>How multipliers are read.</summary>
internal static class MultiplierReading
{
    /// <summary>Reads the multipliers of a group, or of the total, which have no additions of their own.</summary>
    public static IReadOnlyList<Multiplier> MultipliersOfSums(
        this Resolving at, IReadOnlyList<MultiplierDocument> multipliers, string path)
    {
        var read = Resolving.Each(path, multipliers, at.Multiplier);
        for (var i = 0; i < read.Count; i++)
        {
            if (read[i].OnAdditions)
                at.Report("scheme.multiplier-of-sum", $"{path}[{i}].multiplies");
        }

        return read;
    }

    /// <summary>Reads a multiplier.</summary>
    public static Multiplier Multiplier(this Resolving at, MultiplierDocument from, string path)
    {
        object?[] ways = [from.Factor, from.Percent, from.Records, from.Rate, from.Attribute, from.Measure, from.Rows];
        if (ways.Count(member => member is not null) != 1)
            at.Report("scheme.exactly-one", path, "factor, percent, records, rate, attribute, measure, rows");
        if (from.Measure is null ? from.As is not null || from.Bands is not null : from.As is null == from.Bands is null)
            at.Report("scheme.multiplier-measure", path);
        var factors = (from.Bands ?? []).Select(band => band.Factor).Concat((from.Rows ?? []).Select(row => row.Factor));
        if (from.Factor < 0 || from.Percent < 0 || from.Otherwise < 0 || factors.Any(factor => factor < 0))
            at.Report("scheme.negative", path);
        var source = at.Source(from, path);
        var needsOtherwise = source is not FixedFactor && source is not MeasureFactor { Measure.Quantity.IsAlwaysKnown: true };
        if (needsOtherwise != from.Otherwise is not null)
            at.Report("scheme.otherwise-unstated", path);
        return new Multiplier(
            source,
            from.When is null ? null : at.Condition(from.When, $"{path}.when", Needs.None),
            at.Word<Multiplied>($"{path}.multiplies", from.Multiplies) == Multiplied.Additions,
            at.Cite(from.Cites, $"{path}.cites"));
    }

    private static FactorSource Source(this Resolving at, MultiplierDocument from, string path)
    {
        var otherwise = Exact.Of(from.Otherwise ?? 1);
        return from switch
        {
            { Percent: { } percent } => new FixedFactor(Exact.Of(percent) / new Exact(100, 1)),
            { Records: { } records } => new RecordsFactor(at.RecordsWithValues(records, $"{path}.records"), otherwise),
            { Rate: { } rate } => at.Rate(rate, otherwise, $"{path}.rate"),
            { Attribute: { } attribute } => at.Attribute(attribute, otherwise, $"{path}.attribute"),
            { Measure: { } id } => at.Measured(at.EarlyMeasure(id, $"{path}.measure"), from, otherwise, path),
            { Rows: { } rows } => new TableFactor(at.Rows(rows, $"{path}.rows"), otherwise),
            _ => new FixedFactor(Exact.Of(from.Factor ?? 1)),
        };
    }

    private static FactorSource Measured(this Resolving at, Measure measure, MultiplierDocument from, Exact otherwise, string path)
    {
        if (from.Bands is null)
            return new MeasureFactor(measure, at.Word<RatioWord>($"{path}.as", from.As ?? "number") == RatioWord.Percent, otherwise);
        var bands = from.Bands.Select(band => new BandDocument { From = band.From, Above = band.Above, Points = band.Factor });
        return new BandFactor(measure, at.Bands(false, [.. bands], $"{path}.bands"), otherwise);
    }

    private static IReadOnlyList<string> RecordsWithValues(this Resolving at, IReadOnlyList<string> records, string path)
    {
        if (records.Count == 0)
            at.Report("scheme.empty-list", path);
        for (var i = 0; i < records.Count; i++)
            at.RecordWithValue($"{path}[{i}]", records[i]);
        return records;
    }

    private static AttributeFactor Attribute(this Resolving at, string column, Exact otherwise, string path)
    {
        if (at.Word(path, column, at.Head.Subjects.Attributes) is { Kind: "text" })
            at.Report("scheme.attribute-kind", path, column);
        return new AttributeFactor(column, otherwise);
    }

    private static RateFactor Rate(this Resolving at, RateDocument from, Exact otherwise, string path)
    {
        var rate = new RateFactor(at.Codes($"{path}.of", from.Of), at.Codes($"{path}.among", from.Among), otherwise);
        if (from.Of.Except(from.Among, StringComparer.Ordinal).FirstOrDefault() is { } outside)
            at.Report("scheme.rate-outside", $"{path}.among", outside);
        return rate;
    }

    /// <summary>Reads the rows of a table, of which at most one may hold for anybody.</summary>
    private static IReadOnlyList<FactorRow> Rows(this Resolving at, IReadOnlyList<FactorRowDocument> from, string path)
    {
        if (from.Count == 0)
            at.Report("scheme.empty-list", path);
        var rows = Resolving.Each(
            path, from, (row, place) => new FactorRow(at.Condition(row.When, $"{place}.when", Needs.None), Exact.Of(row.Factor)));
        at.CheckApart([.. rows.Select(row => row.When)], path);
        return rows;
    }
}

using PartyRules.Arithmetic;
using PartyRules.Clauses.Amounts;
using PartyRules.Clauses.Core;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Worth;

/// <summary>How the worth of an item is read.</summary>
internal static class WorthReading
{
    /// <summary>Reads what an entry is worth.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="from">The document.</param>
    /// <param name="levels">The levels to which the item applies; null for all.</param>
    /// <param name="path">Where it stands.</param>
    public static Schemes.Worth Worth(this Resolving at, WorthDocument from, IReadOnlyList<string>? levels, string path)
    {
        object?[] ways = [from.Value, from.Each, from.Levels, from.PerUnit, from.Bands];
        if (ways.Count(member => member is not null) != 1 || from.Value == false)
            at.Report("scheme.exactly-one", path, "value, each, levels, perUnit, bands");
        var byLevel = (from.Levels?.Values ?? []).Concat(from.LevelFactors?.Values ?? []);
        if (from.Each?.All.Any(points => points < 0) == true || byLevel.Any(amount => amount.All.Any(points => points < 0)))
            at.Report("scheme.negative", path);
        at.CheckLevels(from.Levels, levels, $"{path}.levels");
        at.CheckLevels(from.LevelFactors, levels, $"{path}.levelFactors");
        var plain = from.Levels is not null ? Schemes.Worth.ByLevel(Amounts(from.Levels, $"{path}.levels"))
            : from.Each is { } each ? Schemes.Worth.Each(at.Amount(each, $"{path}.each")!)
            : Schemes.Worth.OfValue;
        if (from.ValueOf is not null && (from.Each is not null || from.Levels is not null))
            at.Report("scheme.value-of", $"{path}.valueOf");
        var number = at.EntryNumber(from.ValueOf, $"{path}.valueOf");
        if (from.PerUnit is null && from.Bands is null && from.LevelFactors is null && from.Rounding is null && number is null)
            return plain;
        return Schemes.Worth.Measured(
            from.PerUnit is null ? null : at.PerUnit(from.PerUnit, $"{path}.perUnit"),
            from.Bands is null ? null : at.Bands(from.Bands, $"{path}.bands"),
            plain,
            from.LevelFactors is null ? null : Amounts(from.LevelFactors, $"{path}.levelFactors"),
            at.OwnRounding(from.Rounding, $"{path}.rounding") ?? (at.Multiplies(from) ? at.Rounding : Rounding.None),
            from.Rounding is not null,
            number);

        Dictionary<string, Amount> Amounts(IReadOnlyDictionary<string, StatedAmount> amounts, string place) =>
            amounts.ToDictionary(pair => pair.Key, pair => at.Amount(pair.Value, $"{place}.{pair.Key}")!, StringComparer.Ordinal);
    }

    /// <summary>Whether what an entry is worth is a product or quotient, and no figure that is written somewhere.</summary>
    public static bool Multiplies(this Resolving at, WorthDocument from) =>
        from.PerUnit is not null
            || from.Bands?.Kind == "marginal"
            || from.LevelFactors is not null
            || (from is { Value: true, ValueOf: { } number } && at.Head.Entries.Numbers.ContainsKey(number));

    /// <summary>Every level to which an item applies has a number, so that none counts nothing because somebody forgot it.</summary>
    private static void CheckLevels(
        this Resolving at, IReadOnlyDictionary<string, StatedAmount>? numbers, IReadOnlyList<string>? levels, string path)
    {
        if (numbers is null)
            return;
        var known = at.Head.Levels;
        at.Words(path, [.. numbers.Keys], known);
        var missing = (levels ?? [.. known.Keys]).Where(level => known.ContainsKey(level) && !numbers.ContainsKey(level)).ToList();
        if (missing.Count > 0 && numbers.Keys.All(known.ContainsKey))
            at.Report("scheme.levels-missing", path, string.Join(", ", missing));
    }

    /// <summary>Reads points for each unit of a quantity.</summary>
    public static PerUnit PerUnit(this Resolving at, PerUnitDocument from, string path)
    {
        if (from.Points.All.Any(points => points < 0))
            at.Report("scheme.negative", $"{path}.points");
        if (from.Unit <= 0)
            at.Report("scheme.unit", $"{path}.unit");
        var points = at.Amount(from.Points, $"{path}.points")!;
        return new PerUnit(points, from.Unit, at.Word<PartOfUnit>($"{path}.part", from.Part) == PartOfUnit.Share);
    }

    /// <summary>Reads points by bands of a quantity.</summary>
    public static Bands Bands(this Resolving at, BandsDocument from, string path)
    {
        var kind = at.Word<BandKind>($"{path}.kind", from.Kind);
        return at.Bands(kind == BandKind.Marginal, from.Of, $"{path}.of");
    }

    /// <summary>Reads bands, which stand from lowest to highest.</summary>
    public static Bands Bands(this Resolving at, bool isMarginal, IReadOnlyList<BandDocument> from, string path)
    {
        if (from.Count == 0)
            at.Report("scheme.empty-list", path);
        var steps = Resolving.Each(path, from, (band, place) =>
            new Band(band.From ?? band.Above ?? 0, band.Above is not null, at.Amount(band.Points, $"{place}.points")!));
        for (var i = 0; i < steps.Count; i++)
        {
            if (from[i].From is null == from[i].Above is null)
                at.Report("scheme.exactly-one", $"{path}[{i}]", "from, above");
            else if (steps[i].Points.Least < 0 || steps[i].From < 0)
                at.Report("scheme.negative", $"{path}[{i}]");
            else if (i > 0 && !IsAbove(steps[i], steps[i - 1]))
                at.Report("scheme.step-order", $"{path}[{i}].{(steps[i].IsOpen ? "above" : "from")}");
        }

        return new Bands(isMarginal, steps);

        static bool IsAbove(Band one, Band other) =>
            one.From > other.From || (one.From == other.From && one.IsOpen && !other.IsOpen);
    }
}

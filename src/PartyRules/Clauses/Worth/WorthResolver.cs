using PartyRules.Arithmetic;
using PartyRules.Clauses.Worth;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>What an entry is worth.</content>
internal sealed partial class SchemeResolver
{
    private Worth ResolveWorth(WorthDocument from, IReadOnlyList<string>? levels, string path)
    {
        if (new object?[] { from.Value, from.Each, from.Levels, from.PerUnit, from.Bands }.Count(member => member is not null) != 1 || from.Value == false)
            Report("scheme.exactly-one", path, "value, each, levels, perUnit, bands");
        if (from.Each < 0 || from.Levels?.Values.Any(points => points < 0) == true || from.LevelFactors?.Values.Any(points => points < 0) == true)
            Report("scheme.negative", path);
        CheckLevels(from.Levels, levels, $"{path}.levels");
        CheckLevels(from.LevelFactors, levels, $"{path}.levelFactors");
        var plain = from.Levels is not null ? Worth.ByLevel(from.Levels) : from.Each is { } each ? Worth.Each(each) : Worth.OfValue;
        if (from.PerUnit is null && from.Bands is null && from.LevelFactors is null)
            return plain;
        return Worth.Measured(
            from.PerUnit is null ? null : ResolvePerUnit(from.PerUnit, $"{path}.perUnit"),
            from.Bands is null ? null : ResolveSteps(from.Bands, $"{path}.bands"),
            plain,
            from.LevelFactors,
            rounding ?? Rounding.None);
    }

    /// <summary>Every level to which the item applies has a number, so that none counts nothing unsaid.</summary>
    private void CheckLevels(IReadOnlyDictionary<string, Points>? numbers, IReadOnlyList<string>? levels, string path)
    {
        if (numbers is null)
            return;
        Words(path, [.. numbers.Keys], document.Levels.Keys);
        var missing = (levels ?? [.. document.Levels.Keys]).Where(level => document.Levels.ContainsKey(level) && !numbers.ContainsKey(level)).ToList();
        if (missing.Count > 0 && numbers.Keys.All(document.Levels.ContainsKey))
            Report("scheme.levels-missing", path, string.Join(", ", missing));
    }

    private PerUnit ResolvePerUnit(PerUnitDocument from, string path)
    {
        if (from.Points < 0)
            Report("scheme.negative", $"{path}.points");
        if (from.Unit <= 0)
            Report("scheme.unit", $"{path}.unit");
        var partsCount = Word($"{path}.part", from.Part, new Dictionary<string, bool>(StringComparer.Ordinal) { ["nothing"] = false, ["share"] = true });
        return new PerUnit(from.Points, from.Unit, partsCount);
    }

    private Bands ResolveSteps(BandsDocument from, string path)
    {
        var isMarginal = Word($"{path}.kind", from.Kind, new Dictionary<string, bool>(StringComparer.Ordinal) { ["steps"] = false, ["marginal"] = true });
        if (from.Of.Count == 0)
            Report("scheme.empty-list", $"{path}.of");
        for (var i = 0; i < from.Of.Count; i++)
        {
            if (from.Of[i].Points < 0 || from.Of[i].From < 0)
                Report("scheme.negative", $"{path}.of[{i}]");
            if (i > 0 && from.Of[i].From <= from.Of[i - 1].From)
                Report("scheme.step-order", $"{path}.of[{i}].from");
        }

        return new Bands(isMarginal, [.. from.Of.Select(band => (band.From, band.Points))]);
    }
}

using PartyRules.Clauses.Core;
using PartyRules.Conditions;

namespace PartyRules.Clauses.Conditions;

/// <summary>How parts of the day are read.</summary>
internal static class ClockReading
{
    /// <summary>Reads a part of the day.</summary>
    public static ClockWindow Clock(this Resolving at, ClockWindowDocument from, string path)
    {
        at.ColumnOfTimes($"{path}.of", from.Of);
        var name = at.Head.Entries.Attributes.TryGetValue(from.Of, out var column) ? column.Name : at.Head.Name;
        var window = new ClockWindow(
            MinutesNumber.Since(from.Of, name),
            Bound(from.From, "from"),
            Bound(from.Above, "above"),
            Bound(from.To, "to"),
            Bound(from.Below, "below"));
        var isStated = (from.From ?? from.Above ?? from.To ?? from.Below) is not null
            && (from.From is null || from.Above is null)
            && (from.To is null || from.Below is null);
        if (!isStated)
            at.Report("scheme.clock-bounds", path);
        else if (window.IsEmpty)
            at.Report("scheme.clock-empty", path);
        return window;

        TimeOnly? Bound(string? text, string key) => text is null ? null : at.TimeOfDay($"{path}.{key}", text);
    }
}

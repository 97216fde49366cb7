using PartyRules.Data.Columns;

namespace PartyRules.Data.Tables;

/// <summary>
/// Names of columns that stand in two rows, such as months above and items below: what stands below is the name, together with the group
/// above where that says of which month or item it is, or which of several columns of one name.
/// </summary>
internal static class TwoRowHeading
{
    /// <summary>What stands between the group and the name below it.</summary>
    public const char Joint = '/';

    private const int FewCells = 2;

    /// <summary>The names, by column; null where two rows do not make names of columns.</summary>
    /// <param name="upper">The cells of the row above that are not empty, from left to right.</param>
    /// <param name="lower">Those of the row below.</param>
    /// <param name="shape">What makes the table.</param>
    public static List<(int Column, string Text)>? Of(
        IReadOnlyList<(int Column, string Text)> upper, IReadOnlyList<(int Column, string Text)> lower, TableShape shape)
    {
        if (upper.Count == 0 || lower.Count < FewCells)
            return null;
        var repeated = lower.GroupBy(cell => Folding.Fold(cell.Text), StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var above = upper.ToDictionary(cell => cell.Column, cell => cell.Text);
        var names = lower.Select(cell => (cell.Column, Text: NameOf(cell))).ToList();
        names.AddRange(above.Keys.Except(lower.Select(cell => cell.Column)).Select(column => (column, above[column])));
        names.Sort((left, right) => left.Column.CompareTo(right.Column));
        return names;

        string NameOf((int Column, string Text) cell)
        {
            var name = Folding.Fold(cell.Text);
            var group = upper.LastOrDefault(other => other.Column <= cell.Column).Text is { } text ? Folding.Fold(text) : "";
            return group.Length == 0 || shape.IsKnown(shape.NameOf(name)) || OddRows.IsClosing(name)
                || !(repeated.Contains(name) || shape.Wide?.IsGroup(group, name) == true)
                ? cell.Text
                : $"{group}{Joint}{name}";
        }
    }
}

using PartyRules.Conditions;

namespace PartyRules.Results;

/// <summary>Conditions as rules ask them; expressions of rules cannot leave out arguments.</summary>
internal static class ConditionExtensions
{
    /// <summary>Whether a condition on the subject and its entries holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="dossier">The subject and its entries.</param>
    public static bool HoldsFor(this Condition condition, Dossier dossier) => condition.Holds(new Known(dossier));

    /// <summary>Whether a condition on the total holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="total">The total.</param>
    public static bool HoldsFor(this Condition condition, Total total) => condition.Holds(new Known(total.Dossier, total));

    /// <summary>Whether a condition on a standing holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="standing">The standing.</param>
    public static bool HoldsFor(this Condition condition, Standing standing) =>
        condition.Holds(new Known(standing.Dossier, standing.Total, standing.Grade, standing.Placings, Shares: standing.Shares));

    /// <summary>Whether a condition on a total and its places holds.</summary>
    public static bool HoldsFor(this Condition condition, Total total, IReadOnlyList<Placing> placings) =>
        condition.Holds(new Known(total.Dossier, total, Places: placings));

    /// <summary>Whether a condition on a standing and the year's marks holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="standing">The standing.</param>
    /// <param name="marks">The subject's marks of the year.</param>
    public static bool HoldsFor(this Condition condition, Standing standing, IEnumerable<Mark> marks) =>
        condition.Holds(new Known(standing.Dossier, standing.Total, standing.Grade, standing.Placings, marks, standing.Shares));

    /// <summary>Whether a condition on a year holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="year">The year.</param>
    /// <param name="marks">The subject's marks of the year.</param>
    public static bool HoldsFor(this Condition condition, YearCase year, IEnumerable<Mark> marks) =>
        condition.Holds(new Known(year.Dossier, Marks: marks));
}

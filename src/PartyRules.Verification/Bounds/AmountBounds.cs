using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Verification.Bounds;

/// <summary>Between what an amount lies for subjects of a group.</summary>
internal static class AmountBounds
{
    /// <summary>The least and the most that it is for anybody of the group.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="profile">The group.</param>
    public static Interval For(this Amount amount, Profile profile)
    {
        if (amount.IsSame)
            return new Interval(amount.Least, amount.Least);
        var held = amount.Cases.Select(row => (row.Is, Holds: row.When is null ? null : HoldsFor(row, profile))).ToList();
        var may = held.Exists(row => row.Holds == true)
            ? held.Where(row => row.Holds == true).ToList()
            : held.Where(row => row.Holds != false).ToList();
        return new Interval(may.Min(row => row.Is), may.Max(row => row.Is));
    }

    /// <summary>What is kept within a minimum and a maximum that are amounts.</summary>
    public static Interval Within(this Interval points, Amount? minimum, Amount? maximum, Profile profile)
    {
        var (least, most) = (minimum?.For(profile), maximum?.For(profile));
        return new Interval(
            points.Within(least?.Low, most?.Low).Low,
            points.Within(least?.High, most?.High).High);
    }

    private static bool? HoldsFor(AmountCase row, Profile profile) => Cells.HoldsFor(row.When!, profile.Category, profile.Employment);
}

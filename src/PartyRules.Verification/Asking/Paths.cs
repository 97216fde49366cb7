using PartyRules.Schemes;

namespace PartyRules.Verification.Asking;

/// <summary>Where clauses stand, as JSON paths: every list of a scheme is in the order of its document.</summary>
internal static class Paths
{
    /// <summary>The place of a component.</summary>
    public static string Of(Component component) => $"$.components[{component.Index}]";

    /// <summary>The place of an item.</summary>
    public static string Of(Scheme scheme, Item item) =>
        $"{Of(item.Component)}.items[{IndexOf(scheme.Items.Where(other => other.Component == item.Component), item)}]";

    /// <summary>The places of a limit and of those it lies within; none for no limit.</summary>
    public static IEnumerable<(Limit Limit, string Path)> OfLimits(Limit? first, string owner)
    {
        var path = $"{owner}.limit";
        foreach (var limit in first?.AndWider ?? [])
        {
            yield return (limit, path);
            path += ".within";
        }
    }

    /// <summary>The place of a record.</summary>
    public static string Of(Scheme scheme, RecordItem record) => Of("records", scheme.Records, record);

    /// <summary>The place of a group.</summary>
    public static string Of(Group group) => $"$.groups[{group.Index}]";

    /// <summary>The place of what sets the total.</summary>
    public static string Of(Scheme scheme, ForcedTotalClause clause) => Of("total.forced", scheme.Total!.Forced, clause);

    /// <summary>The place of a multiplier among those of a component, a group or the total.</summary>
    public static string OfMultiplier(string owner, int index) => $"{owner}.multipliers[{index}]";

    /// <summary>The place of a grade.</summary>
    public static string Of(GradeScale scale, GradeBand band) => Of("grades.bands", scale.Bands, band);

    /// <summary>The place of a forced grade.</summary>
    public static string Of(GradeScale scale, ForcedGradeClause clause) => Of("grades.forced", scale.Forced, clause);

    /// <summary>The place of a move of grades.</summary>
    public static string Of(GradeScale scale, GradeMove move) => Of("grades.moves.of", scale.Moves, move);

    /// <summary>The place of a requirement.</summary>
    public static string Of(Scheme scheme, RequirementClause clause) => Of("requirements", scheme.Requirements, clause);

    /// <summary>The place of an exemption.</summary>
    public static string Of(Scheme scheme, ExemptionClause clause) => Of("exemptions", scheme.Exemptions, clause);

    /// <summary>The place of a mark.</summary>
    public static string Of(Scheme scheme, MarkClause clause) => Of("marks", scheme.Marks, clause);

    /// <summary>The place of an outcome.</summary>
    public static string Of(Scheme scheme, OutcomeClause clause) => Of("outcomes", scheme.Outcomes, clause);

    /// <summary>The place of what stands in a list of the scheme.</summary>
    public static string Of<T>(string list, IEnumerable<T> all, T one) => $"$.{list}[{IndexOf(all, one)}]";

    private static int IndexOf<T>(IEnumerable<T> all, T one) => all.TakeWhile(other => !ReferenceEquals(other, one)).Count();
}

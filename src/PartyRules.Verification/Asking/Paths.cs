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

    /// <summary>The place of what stands in a list of the scheme.</summary>
    public static string Of<T>(string list, IEnumerable<T> all, T one) => $"$.{list}[{IndexOf(all, one)}]";

    private static int IndexOf<T>(IEnumerable<T> all, T one) => all.TakeWhile(other => !ReferenceEquals(other, one)).Count();
}

using PartyRules.Diagnostics;

namespace PartyRules.Hosting.Resources;

/// <summary>What is said about the settings of a host.</summary>
internal static class Texts
{
    /// <summary>The texts by key and language.</summary>
    public static MessageCatalog Catalog { get; } = new("PartyRules.Hosting.Resources.Settings", typeof(Texts).Assembly);
}

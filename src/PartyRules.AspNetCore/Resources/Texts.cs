using PartyRules.Diagnostics;

namespace PartyRules.AspNetCore.Resources;

/// <summary>What is said about requests.</summary>
internal static class Texts
{
    /// <summary>The texts by key and language.</summary>
    public static MessageCatalog Catalog { get; } = new("PartyRules.AspNetCore.Resources.Requests", typeof(Texts).Assembly);
}

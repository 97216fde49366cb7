using PartyRules.Diagnostics;

namespace PartyRules.Verification.Resources;

/// <summary>What is claimed, and what is said where a claim does not hold.</summary>
internal static class Texts
{
    /// <summary>The texts by key and language.</summary>
    public static MessageCatalog Catalog { get; } = new("PartyRules.Verification.Resources.Claims", typeof(Texts).Assembly);
}

namespace PartyRules.Diagnostics;

/// <summary>What is said about schemes that are not right: the shared texts, and those beside each kind of clause.</summary>
internal static class SchemeMessages
{
    /// <summary>The texts.</summary>
    public static MessageCatalog Catalog { get; } = MessageCatalog.OfClauses("SchemeProblems");
}

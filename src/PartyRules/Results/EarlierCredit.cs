namespace PartyRules.Results;

/// <summary>What an entry of an earlier round has used of a limit that spans rounds.</summary>
/// <remarks>Each is a fact of its own. Immutable and thread-safe.</remarks>
/// <param name="credit">What the entry is worth.</param>
internal sealed class EarlierCredit(Credit credit)
{
    public Credit Credit { get; } = credit;
}

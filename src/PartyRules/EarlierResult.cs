namespace PartyRules;

/// <summary>A result that was given before, by another scheme or for an earlier period, as an input of this assessment.</summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Scheme">The identifier of the scheme that gave it.</param>
/// <param name="Subject">The identifier of the subject it is about; it need not be among the subjects that are assessed.</param>
/// <param name="Period">The period it is for.</param>
/// <param name="Total">The total; null where there was none.</param>
/// <param name="Grade">The grade's code; empty where there was none.</param>
/// <param name="Rank">The rank; null where there was none.</param>
public sealed record EarlierResult(string Scheme, string Subject, Period Period, Points? Total = null, string Grade = "", int? Rank = null)
{
    /// <summary>To what the subject belonged; empty where that is not known. A result that counts for its parent must say it.</summary>
    public string Parent { get; init; } = "";
}

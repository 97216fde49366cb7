namespace PartyRules.AspNetCore;

/// <summary>What the endpoints take, and how they answer.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PartyRulesEndpointOptions
{
    /// <summary>The bytes that the largest possible limit of a body has: 4 MiB.</summary>
    public const int MostBodyBytes = 4 * 1024 * 1024;

    /// <summary>
    /// The largest body that is read, in bytes, from 1 to <see cref="MostBodyBytes"/>; 1 MiB by default. A larger one is answered with 413.
    /// </summary>
    /// <remarks>Whatever its size, a body nested deeper than 64 levels is refused, and so is a list of more than 10,000 members.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 1 or above <see cref="MostBodyBytes"/>.</exception>
    public int MaximumBodyBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostBodyBytes);
            field = value;
        }
    } = 1024 * 1024;

    /// <summary>How many subjects a request may have, from 1; 1,000 by default. More are answered with 413.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 1.</exception>
    public int MaximumSubjects
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1000;

    /// <summary>
    /// How many entries, and how many earlier results, a request may have, from 0; 10,000 by default. More are answered with 413.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set below 0.</exception>
    public int MaximumEntries
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 10_000;

    /// <summary>
    /// The language of those who say nothing in <c>Accept-Language</c>, or nothing that the library speaks; Simplified Chinese by default.
    /// </summary>
    public Language DefaultLanguage { get; init; } = Language.ChineseSimplified;

    /// <summary>The key of the set of schemes; null, the default, for the one without.</summary>
    public object? ServiceKey { get; init; }
}

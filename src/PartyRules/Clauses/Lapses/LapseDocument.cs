using System.Text.Json.Serialization;
using PartyRules.Documents;

namespace PartyRules.Clauses.Lapses;

/// <summary>When entries stop counting. Of <c>by</c> and <c>afterMonths</c> one is given.</summary>
internal sealed record LapseDocument
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Of { get; init; }

    public string? By { get; init; }

    public string? Until { get; init; }

    public int? AfterMonths { get; init; }

    [Words(typeof(ShortMonthWord))]
    public string? ShortMonth { get; init; }

    [Words(typeof(LaterPeriodsWord))]
    public string? LaterPeriods { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>When months are over whose last lacks the day from which they run.</summary>
internal enum ShortMonthWord
{
    [JsonStringEnumMemberName("last-day")]
    LastDay,
    [JsonStringEnumMemberName("next-first")]
    NextFirst,
}

/// <summary>On which day of a later period entries must not have expired to count in it.</summary>
internal enum LaterPeriodsWord
{
    [JsonStringEnumMemberName("first-day")]
    FirstDay,
    [JsonStringEnumMemberName("last-day")]
    LastDay,
}

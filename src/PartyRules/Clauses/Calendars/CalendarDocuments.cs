using System.Text.Json.Serialization;
using PartyRules.Documents;

namespace PartyRules.Clauses.Calendars;

/// <summary>Which days are working days.</summary>
internal sealed record CalendarDocument
{
    [Words(typeof(DayWord))]
    public required IReadOnlyList<string> Week { get; init; }

    public required IReadOnlyList<CalendarYearDocument> Years { get; init; }

    public required CitationDocument Cites { get; init; }
}

/// <summary>The years that a layer adds to a calendar.</summary>
internal sealed record AddedYearsDocument
{
    public required IReadOnlyList<CalendarYearDocument> Years { get; init; }
}

/// <summary>A year of a calendar.</summary>
internal sealed record CalendarYearDocument
{
    public required int Year { get; init; }

    public required IReadOnlyList<CalendarDaysDocument> Holidays { get; init; }

    public IReadOnlyList<CalendarDaysDocument> WorkingDays { get; init => field = value ?? []; } = [];

    public required CitationDocument Cites { get; init; }
}

/// <summary>Days that follow one another.</summary>
internal sealed record CalendarDaysDocument
{
    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public LocalText? Name { get; init; }

    public CitationDocument? Cites { get; init; }
}

/// <summary>A day of the week.</summary>
internal enum DayWord
{
    [JsonStringEnumMemberName("monday")]
    Monday = DayOfWeek.Monday,
    [JsonStringEnumMemberName("tuesday")]
    Tuesday = DayOfWeek.Tuesday,
    [JsonStringEnumMemberName("wednesday")]
    Wednesday = DayOfWeek.Wednesday,
    [JsonStringEnumMemberName("thursday")]
    Thursday = DayOfWeek.Thursday,
    [JsonStringEnumMemberName("friday")]
    Friday = DayOfWeek.Friday,
    [JsonStringEnumMemberName("saturday")]
    Saturday = DayOfWeek.Saturday,
    [JsonStringEnumMemberName("sunday")]
    Sunday = DayOfWeek.Sunday,
}

/// <summary>Working days or days off.</summary>
internal enum DaysWord
{
    [JsonStringEnumMemberName("working")]
    Working,
    [JsonStringEnumMemberName("off")]
    Off,
}

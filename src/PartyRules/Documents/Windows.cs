using System.Text.Json.Serialization;

namespace PartyRules.Documents;

/// <summary>The length of a round, as a scheme says it.</summary>
internal enum RoundWord
{
    [JsonStringEnumMemberName("year")]
    Year,
    [JsonStringEnumMemberName("half-year")]
    HalfYear,
    [JsonStringEnumMemberName("quarter")]
    Quarter,
    [JsonStringEnumMemberName("bimonth")]
    Bimonth,
    [JsonStringEnumMemberName("month")]
    Month,
    [JsonStringEnumMemberName("half-month")]
    HalfMonth,
    [JsonStringEnumMemberName("ten-days")]
    TenDays,
}

/// <summary>A window of time within a period, as a clause says it.</summary>
internal enum WindowWord
{
    [JsonStringEnumMemberName("day")]
    Day,
    [JsonStringEnumMemberName("week")]
    Week,
    [JsonStringEnumMemberName("ten-days")]
    TenDays,
    [JsonStringEnumMemberName("two-weeks")]
    TwoWeeks,
    [JsonStringEnumMemberName("half-month")]
    HalfMonth,
    [JsonStringEnumMemberName("month")]
    Month,
    [JsonStringEnumMemberName("bimonth")]
    Bimonth,
    [JsonStringEnumMemberName("quarter")]
    Quarter,
    [JsonStringEnumMemberName("half-year")]
    HalfYear,
    [JsonStringEnumMemberName("year")]
    Year,
    [JsonStringEnumMemberName("round")]
    Round,
}

/// <summary>How a figure is rounded, as a scheme says it.</summary>
internal enum RoundingWord
{
    [JsonStringEnumMemberName("none")]
    None,
    [JsonStringEnumMemberName("half-up")]
    HalfUp,
    [JsonStringEnumMemberName("half-even")]
    HalfEven,
    [JsonStringEnumMemberName("down")]
    Down,
    [JsonStringEnumMemberName("up")]
    Up,
}

/// <summary>What the words of windows and roundings mean.</summary>
internal static class WordMeanings
{
    /// <summary>What entries are taken together by instead of a window of time: the reference they share.</summary>
    public const string Reference = "reference";

    /// <summary>The kind of period; null for the round and the reference.</summary>
    public static PeriodKind? KindOf(string word) => word switch
    {
        "day" => PeriodKind.Day,
        "week" => PeriodKind.Week,
        "ten-days" => PeriodKind.TenDays,
        "two-weeks" => PeriodKind.TwoWeeks,
        "half-month" => PeriodKind.HalfMonth,
        "month" => PeriodKind.Month,
        "bimonth" => PeriodKind.Bimonth,
        "quarter" => PeriodKind.Quarter,
        "half-year" => PeriodKind.HalfYear,
        "year" => PeriodKind.Year,
        _ => null,
    };

    /// <summary>The word of a kind of period.</summary>
    public static string WordOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => "day",
        PeriodKind.Week => "week",
        PeriodKind.TenDays => "ten-days",
        PeriodKind.TwoWeeks => "two-weeks",
        PeriodKind.HalfMonth => "half-month",
        PeriodKind.Month => "month",
        PeriodKind.Bimonth => "bimonth",
        PeriodKind.Quarter => "quarter",
        PeriodKind.HalfYear => "half-year",
        _ => "year",
    };

    /// <summary>The rounding; null for none.</summary>
    public static MidpointRounding? Of(RoundingWord word) => word switch
    {
        RoundingWord.HalfUp => MidpointRounding.AwayFromZero,
        RoundingWord.HalfEven => MidpointRounding.ToEven,
        RoundingWord.Down => MidpointRounding.ToNegativeInfinity,
        RoundingWord.Up => MidpointRounding.ToPositiveInfinity,
        _ => null,
    };
}

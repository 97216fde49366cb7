using System.Text.Json.Serialization;
using PartyRules.Documents;
using PartyRules.Results;

namespace PartyRules.Cases;

/// <summary>Worked cases of one scheme, exactly as they stand in their JSON file.</summary>
internal sealed record CasesDocument
{
    [JsonPropertyName("$schema")]
    public string? JsonSchema { get; init; }

    public required string Scheme { get; init; }

    public required IReadOnlyList<CaseDocument> Cases { get; init; }
}

/// <summary>One case: what was recorded, and what must come of it.</summary>
internal sealed record CaseDocument
{
    public required LocalText Name { get; init; }

    public required int Year { get; init; }

    public required IReadOnlyList<CaseSubjectDocument> Subjects { get; init; }

    public IReadOnlyList<CaseEntryDocument> Entries { get; init => field = value ?? []; } = [];

    public IReadOnlyList<CaseResultDocument> Results { get; init => field = value ?? []; } = [];

    public required IReadOnlyList<ExpectedDocument> Expected { get; init; }
}

/// <summary>A subject of a case.</summary>
internal sealed record CaseSubjectDocument
{
    public required string Id { get; init; }

    public string Parent { get; init => field = value ?? ""; } = "";

    public string Category { get; init => field = value ?? ""; } = "";

    public string Employment { get; init => field = value ?? ""; } = "";

    public string PreviousGrade { get; init => field = value ?? ""; } = "";

    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? None; } = None;

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();
}

/// <summary>An entry of a case, or several of the same kind.</summary>
internal sealed record CaseEntryDocument
{
    public string? Subject { get; init; }

    public required string Item { get; init; }

    public required DateOnly Date { get; init; }

    public int? Times { get; init; }

    [Words(typeof(CaseInterval))]
    public string Every { get; init => field = value ?? "month"; } = "month";

    public Points? Value { get; init; }

    public string Level { get; init => field = value ?? ""; } = "";

    public string Ref { get; init => field = value ?? ""; } = "";

    public string By { get; init => field = value ?? ""; } = "";

    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? None; } = None;

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();
}

/// <summary>A result of another scheme or an earlier year.</summary>
internal sealed record CaseResultDocument
{
    public required string Scheme { get; init; }

    public required string Subject { get; init; }

    public string Parent { get; init => field = value ?? ""; } = "";

    public required string Period { get; init; }

    public Points? Total { get; init; }

    public string Grade { get; init => field = value ?? ""; } = "";

    public int? Rank { get; init; }
}

/// <summary>
/// What must come of a case for one subject in one period. Figures are written as arithmetic, such as <c>20 - 4 + 12 * 5</c>.
/// </summary>
internal sealed record ExpectedDocument
{
    public required string Subject { get; init; }

    public string? Period { get; init; }

    [Words(typeof(AssessmentStatus))]
    public string? Status { get; init; }

    public string? Total { get; init; }

    public string? Grade { get; init; }

    public int? Rank { get; init; }

    public IReadOnlyDictionary<string, int>? Ranks { get; init; }

    public IReadOnlyDictionary<string, string>? Components { get; init; }

    public IReadOnlyList<string>? Awards { get; init; }

    public IReadOnlyList<string>? Recommendations { get; init; }

    public IReadOnlyList<string>? Measures { get; init; }

    public IReadOnlyList<string>? Findings { get; init; }
}

/// <summary>How far apart repeated entries of a case are.</summary>
internal enum CaseInterval
{
    [JsonStringEnumMemberName("day")]
    Day,
    [JsonStringEnumMemberName("week")]
    Week,
    [JsonStringEnumMemberName("month")]
    Month,
    [JsonStringEnumMemberName("quarter")]
    Quarter,
    [JsonStringEnumMemberName("half-year")]
    HalfYear,
}

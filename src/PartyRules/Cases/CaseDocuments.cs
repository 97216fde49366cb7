using System.Text.Json.Serialization;
using PartyRules.Documents;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Partitions;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Cases;

/// <summary>Worked cases of one scheme, exactly as they stand in their JSON file.</summary>
internal sealed record CasesDocument
{
    /// <summary>The address of the JSON Schema, for editors; ignored here.</summary>
    [JsonPropertyName("$schema")]
    public string? JsonSchema { get; init; }

    /// <summary>The identifier of the scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>The cases.</summary>
    public required IReadOnlyList<CaseDocument> Cases { get; init; }
}

/// <summary>One case: what was recorded, and what must come of it.</summary>
internal sealed record CaseDocument
{
    /// <summary>A sentence that says what the case shows.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The year that is assessed.</summary>
    public required int Year { get; init; }

    /// <summary>Who is assessed.</summary>
    public required IReadOnlyList<CaseSubjectDocument> Subjects { get; init; }

    /// <summary>What was recorded.</summary>
    public IReadOnlyList<CaseEntryDocument> Entries { get; init => field = value ?? []; } = [];

    /// <summary>Results of other schemes or earlier years.</summary>
    public IReadOnlyList<CaseResultDocument> Results { get; init => field = value ?? []; } = [];

    /// <summary>What must come of it; members that are left out are not compared.</summary>
    public required IReadOnlyList<ExpectedDocument> Expected { get; init; }
}

/// <summary>A subject of a case.</summary>
internal sealed record CaseSubjectDocument
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>What it belongs to.</summary>
    public string Parent { get; init => field = value ?? ""; } = "";

    /// <summary>The category.</summary>
    public string Category { get; init => field = value ?? ""; } = "";

    /// <summary>The state of employment.</summary>
    public string Employment { get; init => field = value ?? ""; } = "";

    /// <summary>The grade of the previous cycle.</summary>
    public string PreviousGrade { get; init => field = value ?? ""; } = "";

    /// <summary>Further columns, as texts.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? None; } = None;

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();
}

/// <summary>An entry of a case, or several of the same kind.</summary>
internal sealed record CaseEntryDocument
{
    /// <summary>Whom it is about; the first subject where it is left out.</summary>
    public string? Subject { get; init; }

    /// <summary>The item or record.</summary>
    public required string Item { get; init; }

    /// <summary>The date; of the first, where there are several.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How many there are, each one <c>every</c> later than the one before; 1 by default.</summary>
    public int? Times { get; init; }

    /// <summary>
    /// How far apart they are: <c>day</c>, <c>week</c>, <c>month</c>, <c>quarter</c> or <c>half-year</c>; <c>month</c> by default.
    /// </summary>
    [Words(typeof(CaseInterval))]
    public string Every { get; init => field = value ?? "month"; } = "month";

    /// <summary>The value.</summary>
    public Points? Value { get; init; }

    /// <summary>The level.</summary>
    public string Level { get; init => field = value ?? ""; } = "";

    /// <summary>The reference.</summary>
    public string Ref { get; init => field = value ?? ""; } = "";

    /// <summary>The evaluator.</summary>
    public string By { get; init => field = value ?? ""; } = "";
}

/// <summary>A result of another scheme or an earlier year.</summary>
internal sealed record CaseResultDocument
{
    /// <summary>The scheme that gave it.</summary>
    public required string Scheme { get; init; }

    /// <summary>Whom it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The period, such as <c>2025</c> or <c>2026-Q1</c>.</summary>
    public required string Period { get; init; }

    /// <summary>The total.</summary>
    public Points? Total { get; init; }

    /// <summary>The grade.</summary>
    public string Grade { get; init => field = value ?? ""; } = "";

    /// <summary>The rank.</summary>
    public int? Rank { get; init; }
}

/// <summary>
/// What must come of a case for one subject in one period. Figures are written as arithmetic, such as <c>20 - 4 + 12 * 5</c>.
/// </summary>
internal sealed record ExpectedDocument
{
    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The period; the year where it is left out.</summary>
    public string? Period { get; init; }

    /// <summary><c>assessed</c>, <c>exempt</c> or <c>incomplete</c>.</summary>
    [Words(typeof(AssessmentStatus))]
    public string? Status { get; init; }

    /// <summary>The total, as arithmetic.</summary>
    public string? Total { get; init; }

    /// <summary>The grade.</summary>
    public string? Grade { get; init; }

    /// <summary>The rank.</summary>
    public int? Rank { get; init; }

    /// <summary>Scores of components, as arithmetic, by their identifiers.</summary>
    public IReadOnlyDictionary<string, string>? Components { get; init; }

    /// <summary>All awards, in any order.</summary>
    public IReadOnlyList<string>? Awards { get; init; }

    /// <summary>All recommendations, in any order.</summary>
    public IReadOnlyList<string>? Recommendations { get; init; }

    /// <summary>All measures, in any order.</summary>
    public IReadOnlyList<string>? Measures { get; init; }

    /// <summary>All findings, in any order.</summary>
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

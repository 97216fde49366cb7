using System.Text.Json.Serialization;

namespace PartyRules.Results;

/// <summary>
/// An assessment as flat data, for JSON and for storing: identifiers, codes and points, without the objects of the scheme. An <see
/// cref="Assessment"/> that is serialised is written as this.
/// </summary>
/// <remarks>Property names in JSON are those stated here, whatever the options say. Exact both ways. Immutable and thread-safe.</remarks>
public sealed class AssessmentRecord
{
    /// <summary>The identifier of the subject.</summary>
    [JsonPropertyName("subject")]
    public required string Subject { get; init; }

    /// <summary>The period.</summary>
    [JsonPropertyName("period")]
    public required Period Period { get; init; }

    /// <summary>The day as of which it was judged, as <c>yyyy-MM-dd</c>; null for the end of the period.</summary>
    [JsonPropertyName("asOf")]
    public DateOnly? AsOf { get; init; }

    /// <summary>The identifier of the scheme.</summary>
    [JsonPropertyName("scheme")]
    public required string Scheme { get; init; }

    /// <summary>The version of the scheme that gave the result.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>The hash of that version's text: see <see cref="Schemes.Scheme.ContentHash"/>.</summary>
    [JsonPropertyName("contentHash")]
    public required string ContentHash { get; init; }

    /// <summary>How far the assessment got, as the words <c>assessed</c>, <c>exempt</c> or <c>incomplete</c>.</summary>
    [JsonPropertyName("status")]
    [JsonConverter(typeof(JsonStringEnumConverter<AssessmentStatus>))]
    public required AssessmentStatus Status { get; init; }

    /// <summary>The points of each component, by identifier, in the scheme's order; empty where nothing was scored.</summary>
    [JsonPropertyName("components")]
    public IReadOnlyDictionary<string, Points> Components { get; init; } = new Dictionary<string, Points>();

    /// <summary>The total; null where there is none.</summary>
    [JsonPropertyName("total")]
    public Points? Total { get; init; }

    /// <summary>The code of the grade; null where there is none.</summary>
    [JsonPropertyName("grade")]
    public string? Grade { get; init; }

    /// <summary>The rank, 1 being the best; null where there is none.</summary>
    [JsonPropertyName("rank")]
    public int? Rank { get; init; }

    /// <summary>The ranks in the scheme's further rankings, by identifier; null, and not written, where there are none.</summary>
    [JsonPropertyName("ranks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? Ranks { get; init; }

    /// <summary>The codes of proposed awards.</summary>
    [JsonPropertyName("awards")]
    public IReadOnlyList<string> Awards { get; init; } = [];

    /// <summary>The codes of proposed recommendations.</summary>
    [JsonPropertyName("recommendations")]
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    /// <summary>The codes of proposed measures.</summary>
    [JsonPropertyName("measures")]
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>The codes of findings.</summary>
    [JsonPropertyName("findings")]
    public IReadOnlyList<string> Findings { get; init; } = [];
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PartyRules.Results;

namespace PartyRules.AspNetCore.Answers;

/// <summary>The schemes that are offered.</summary>
internal sealed record SchemesAnswer(IReadOnlyList<SchemeSummary> Schemes);

/// <summary>A scheme, in the language of whoever asks.</summary>
internal sealed record SchemeSummary(string Id, string Name, string SubjectKind, bool HasRounds, IReadOnlyList<VersionSummary> Versions);

/// <summary>A version, with the days on which it is in force.</summary>
internal sealed record VersionSummary(string Version, string ContentHash, DateOnly From, DateOnly? To);

/// <summary>A scheme with the words that subjects and entries may use, by the last version.</summary>
internal sealed record SchemeAnswer(
    string Id,
    string Name,
    string SubjectKind,
    bool HasRounds,
    IReadOnlyList<VersionSummary> Versions,
    string Source,
    IReadOnlyList<Word> Items,
    IReadOnlyList<Word> Records,
    IReadOnlyList<Word> Components,
    IReadOnlyList<Word> Grades,
    IReadOnlyList<Word> Categories,
    IReadOnlyList<Word> Employments,
    IReadOnlyList<Word> Levels);

/// <summary>A word, and what people call it.</summary>
internal sealed record Word(string Code, string Name);

/// <summary>Results, in the order of the subjects.</summary>
internal sealed record ScoreAnswer(IReadOnlyList<AssessmentRecord> Results);

/// <summary>How the results of one subject came about.</summary>
internal sealed record ExplainAnswer(IReadOnlyList<Account> Accounts);

/// <summary>A result, and how it came about.</summary>
internal sealed record Account(
    AssessmentRecord Result,
    string Explanation,
    string ClauseByClause,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WhyNot);

/// <summary>What verification finds of each version.</summary>
internal sealed record VerificationAnswer(IReadOnlyList<JsonElement> Versions);

/// <summary>Problem details as RFC 9457 has them, with a list of all that is wrong.</summary>
internal sealed record ProblemAnswer(string Type, string Title, int Status, string Detail, IReadOnlyList<ErrorAnswer> Errors);

/// <summary>One thing that is wrong, and where.</summary>
internal sealed record ErrorAnswer(
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Column,
    string Detail);

/// <summary>How answers are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SchemesAnswer))]
[JsonSerializable(typeof(SchemeAnswer))]
[JsonSerializable(typeof(ScoreAnswer))]
[JsonSerializable(typeof(ExplainAnswer))]
[JsonSerializable(typeof(VerificationAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    /// <summary>As the answers go out: Chinese text stands for itself, because they are JSON and never part of a page.</summary>
    public static AnswerJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

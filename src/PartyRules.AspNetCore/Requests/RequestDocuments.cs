using System.Text.Json.Serialization;

namespace PartyRules.AspNetCore.Requests;

/// <summary>What is to be scored.</summary>
internal record ScoreRequest
{
    /// <summary>The year that is assessed.</summary>
    public int? Year { get; init; }

    /// <summary>The subjects, all of the scheme's kind.</summary>
    public IReadOnlyList<SubjectRequest>? Subjects { get; init; }

    /// <summary>The entries about them.</summary>
    public IReadOnlyList<EntryRequest>? Entries { get; init; }

    /// <summary>Results of other schemes or earlier years that the scheme reads.</summary>
    public IReadOnlyList<EarlierRequest>? Earlier { get; init; }
}

/// <summary>What is to be explained.</summary>
internal sealed record ExplainRequest : ScoreRequest
{
    /// <summary>Whose result; the only subject where it is left out.</summary>
    public string? Subject { get; init; }

    /// <summary>A grade or outcome that the subject has not, to be told why.</summary>
    public string? WhyNot { get; init; }
}

/// <summary>A subject.</summary>
internal sealed record SubjectRequest
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Parent { get; init; }

    public string? Category { get; init; }

    public string? Employment { get; init; }

    public string? PreviousGrade { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}

/// <summary>An entry about a subject.</summary>
internal sealed record EntryRequest
{
    public string? Id { get; init; }

    public string? Subject { get; init; }

    public string? Item { get; init; }

    public DateOnly? Date { get; init; }

    public Points? Value { get; init; }

    public string? Level { get; init; }

    public string? Ref { get; init; }

    public string? By { get; init; }

    public string? Note { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}

/// <summary>A result that was given before.</summary>
internal sealed record EarlierRequest
{
    public string? Scheme { get; init; }

    public string? Subject { get; init; }

    public string? Parent { get; init; }

    public string? Period { get; init; }

    public Points? Total { get; init; }

    public string? Grade { get; init; }

    public int? Rank { get; init; }
}

/// <summary>How requests are read: as strictly as schemes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ScoreRequest))]
[JsonSerializable(typeof(ExplainRequest))]
internal sealed partial class RequestJson : JsonSerializerContext;

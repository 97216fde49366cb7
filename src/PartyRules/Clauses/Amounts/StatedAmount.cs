using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PartyRules.Clauses.Conditions;
using PartyRules.Documents;

namespace PartyRules.Clauses.Amounts;

/// <summary>An amount: one number, or, where it differs by subject, a row for each case.</summary>
/// <param name="Is">The number; null where there are rows.</param>
/// <param name="Cases">The rows; empty where there is one number.</param>
/// <seealso href="docs/schemes/clauses/amounts.md">The kind of clause, its keys and how it is evaluated</seealso>
[JsonConverter(typeof(AmountConverter))]
internal sealed record StatedAmount(Points? Is, IReadOnlyList<AmountCaseDocument> Cases)
{
    /// <summary>The amounts of all cases.</summary>
    public IEnumerable<Points> All => Is is { } one ? [one] : Cases.Select(row => row.Is);

    /// <summary>An amount that is the same for all.</summary>
    public static implicit operator StatedAmount(Points points) => new(points, []);
}

/// <summary>A row of an amount.</summary>
[FixedNumbers]
internal sealed record AmountCaseDocument
{
    public required Points Is { get; init; }

    public ConditionDocument? When { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public CitationDocument? Cites { get; init; }
}

/// <summary>Reads an amount from a number or a list of rows, from which those of other days were taken out before.</summary>
internal sealed class AmountConverter : JsonConverter<StatedAmount>
{
    private static readonly PointsJsonConverter Number = new();

    /// <inheritdoc/>
    public override StatedAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray
            ? new StatedAmount(null, JsonSerializer.Deserialize(ref reader, RowsOf(options))!)
            : Number.Read(ref reader, typeof(Points), options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StatedAmount value, JsonSerializerOptions options)
    {
        if (value.Is is { } one)
            Number.Write(writer, one, options);
        else
            JsonSerializer.Serialize(writer, value.Cases, RowsOf(options));
    }

    private static JsonTypeInfo<IReadOnlyList<AmountCaseDocument>> RowsOf(JsonSerializerOptions options) =>
        (JsonTypeInfo<IReadOnlyList<AmountCaseDocument>>)options.GetTypeInfo(typeof(IReadOnlyList<AmountCaseDocument>));
}

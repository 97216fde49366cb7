using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyRules.Results;

/// <summary>Writes an assessment as its <see cref="AssessmentRecord"/>.</summary>
/// <remarks>Stands on <see cref="Assessment"/>, so that it need not be added to options. Thread-safe.</remarks>
public sealed class AssessmentJsonConverter : JsonConverter<Assessment>
{
    /// <summary>Refuses: an assessment is worked out, and not read.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="typeToConvert">The type.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="NotSupportedException">Always; read an <see cref="AssessmentRecord"/> instead.</exception>
    public override Assessment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"An assessment is worked out and not read from JSON. Read an {nameof(AssessmentRecord)} instead.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Assessment value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(writer, value.ToRecord(), AssessmentRecordJson.Default.AssessmentRecord);
    }
}

/// <summary>How records of assessments are written, also where no code can be made at run time.</summary>
[JsonSerializable(typeof(AssessmentRecord))]
internal sealed partial class AssessmentRecordJson : JsonSerializerContext;

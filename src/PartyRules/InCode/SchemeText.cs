using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PartyRules.Reading.Shape;

namespace PartyRules.InCode;

/// <summary>A scheme as the JSON that a person would write: what need not be stated and is not, is left out.</summary>
internal static class SchemeText
{
    private static readonly JsonSerializerOptions Options = new(SchemeJson.Default.Options)
    {
        TypeInfoResolver = SchemeJson.Default.WithAddedModifier(LeaveOutWhatIsNotSaid),
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document as UTF-8.</summary>
    public static byte[] Of(SchemeDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    private static void LeaveOutWhatIsNotSaid(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var isRequired = property.IsRequired;
            var isNumber = property.PropertyType == typeof(int);
            property.ShouldSerialize = (_, value) =>
                isRequired || value is not (null or false or ICollection { Count: 0 }) && !(isNumber && value is 0);
        }
    }
}

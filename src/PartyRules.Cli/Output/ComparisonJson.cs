using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PartyRules.Data.Comparisons;
using PartyRules.Schemes;

namespace PartyRules.Cli.Output;

/// <summary>A comparison as JSON: codes, numbers and names in both languages.</summary>
internal static class ComparisonJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new NameConverter() },
    };

    public static void Write(TextWriter output, Comparison comparison) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            baseline = Named(comparison.Baseline),
            candidate = Named(comparison.Candidate),
            comparison.Year,
            comparison.Results,
            comparison.Same,
            comparison.OnlyInBaseline,
            comparison.OnlyInCandidate,
            comparison.Totals,
            comparison.Ranks,
            comparison.Rankings,
            comparison.Grades,
            comparison.Outcomes,
            comparison.Categories,
            comparison.Parents,
            moves = comparison.Moves.Select(move => new
            {
                subject = move.Subject.Id,
                move.Subject.Name,
                move.Subject.Parent,
                move.Subject.Category,
                period = move.Period.ToString(),
                move.Before,
                move.After,
                move.Causes,
            }),
        },
        Options));

    private static object Named(Scheme scheme) => new { scheme.Id, scheme.Version, scheme.ContentHash };

    private sealed class NameConverter : JsonConverter<LocalText>
    {
        public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("zh-Hans", value.Chinese);
            writer.WriteString("en", value.English);
            writer.WriteEndObject();
        }
    }
}

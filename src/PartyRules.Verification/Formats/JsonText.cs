using System.Text.Encodings.Web;
using System.Text.Json;

namespace PartyRules.Verification.Formats;

/// <summary>How JSON is written: indented, in Chinese as it is read, without what is empty.</summary>
internal static class JsonText
{
    /// <summary>How a document is written.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A member of an enum as JSON says it: its name with a small letter.</summary>
    public static string WordOf<TEnum>(TEnum member)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetName(member)!);

    /// <summary>Writes a text that is not empty.</summary>
    public static void WriteGiven(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }

    /// <summary>Writes points that are there, all their digits.</summary>
    public static void WriteGiven(this Utf8JsonWriter json, string name, Points? points)
    {
        if (points is { } given)
            json.WriteNumber(name, given.ToDecimal());
    }

    /// <summary>Writes a list of objects.</summary>
    public static void WriteEach<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var each in all)
        {
            json.WriteStartObject();
            write(json, each);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

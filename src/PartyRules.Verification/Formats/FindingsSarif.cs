using System.Text.Json;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Kinds;
using PartyRules.Verification.Resources;

namespace PartyRules.Verification.Formats;

/// <summary>Writes what was refuted or is not known as SARIF 2.1.0, which code hosts show beside the lines of the scheme.</summary>
/// <seealso href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">The format</seealso>
internal static class FindingsSarif
{
    /// <summary>Writes a log of one run.</summary>
    public static void Write(VerifiedScheme verified, Stream output, Language language)
    {
        using var json = new Utf8JsonWriter(output, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, language);
        json.WriteString("language", language.Code());
        json.WriteStartArray("results");
        foreach (var finding in verified.Refuted.Concat(verified.Undecided))
            Write(json, finding, language);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, Language language)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "partyrules");
        json.WriteEach("rules", [.. Parts.All.SelectMany(part => part.Questions)], (_, question) =>
        {
            json.WriteString("id", question.Code);
            WriteText(json, "shortDescription", Texts.Catalog.In(language, $"about.{question.Code}"));
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(question.Severity));
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, Language language)
    {
        var isOpen = finding.Verdict == Verdict.Undecided;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteString("kind", isOpen ? "open" : "fail");
        json.WriteString("level", isOpen ? "none" : LevelOf(finding.Severity));
        WriteText(json, "message", finding.Message.In(language));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (finding.Location.File is { } file)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', file.Split('/', '\\').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
            if (finding.Location.Line is { } line)
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", line);
                json.WriteNumber("startColumn", finding.Location.Column ?? 1);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Location.Path);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}

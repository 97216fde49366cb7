using System.Text.Json;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Verification.Coverage;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Formats;

/// <summary>Writes what was found as JSON, every claim with its verdict, texts in both languages.</summary>
internal static class FindingsJson
{
    /// <summary>Writes the object of one scheme.</summary>
    public static void Write(VerifiedScheme verified, SchemeCoverage? coverage, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonText.Options);
        var scheme = verified.Scheme;
        json.WriteStartObject();
        json.WriteString("scheme", scheme.Id);
        json.WriteString("version", scheme.Version);
        json.WriteString("contentHash", scheme.ContentHash);
        json.WriteStartArray("years");
        foreach (var year in verified.Years)
            json.WriteNumberValue(year);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in verified.Findings)
            Write(json, finding);
        json.WriteEndArray();
        if (coverage is not null)
            json.WriteEach("coverage", coverage.Lines, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CoverageLine line)
    {
        json.WriteString("code", line.Code);
        Write(json, line.Location, line.Message);
        json.WriteStartArray("cases");
        foreach (var worked in line.Cases)
            json.WriteStringValue(worked.Name.English);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", JsonText.WordOf(finding.Severity));
        json.WriteString("verdict", JsonText.WordOf(finding.Verdict));
        Write(json, finding.Location, finding.Message);
        if (finding.Example is { } example)
            Write(json, example);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SourceLocation location, LocalText message)
    {
        json.WriteGiven("file", location.File);
        if (location.Line is { } line)
            json.WriteNumber("line", line);
        if (location.Column is { } column)
            json.WriteNumber("column", column);
        json.WriteGiven("path", location.Path);
        json.WriteStartObject("message");
        json.WriteString(Language.ChineseSimplified.Code(), message.Chinese);
        json.WriteString(Language.English.Code(), message.English);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Example example)
    {
        json.WriteStartObject("example");
        json.WriteNumber("year", example.Year);
        json.WriteEach("subjects", example.Subjects, Write);
        json.WriteEach("entries", example.Entries, Write);
        json.WriteEach("earlier", example.Earlier, Write);
        json.WriteEach("results", example.Results, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Subject subject)
    {
        json.WriteString("id", subject.Id);
        json.WriteString("kind", subject.Kind);
        json.WriteGiven("parent", subject.Parent);
        json.WriteGiven("category", subject.Category);
        json.WriteGiven("employment", subject.Employment);
        json.WriteGiven("previousGrade", subject.PreviousGrade);
        foreach (var (name, value) in subject.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteGiven(name, value);
    }

    private static void Write(Utf8JsonWriter json, Entry entry)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("subject", entry.Subject);
        json.WriteString("item", entry.Item);
        json.WriteString("date", $"{entry.Date:O}");
        json.WriteGiven("value", entry.Value);
        json.WriteGiven("level", entry.Level);
        json.WriteGiven("ref", entry.Reference);
        json.WriteGiven("by", entry.Evaluator);
        foreach (var (name, text) in entry.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteGiven(name, text);
    }

    private static void Write(Utf8JsonWriter json, EarlierResult result)
    {
        json.WriteString("scheme", result.Scheme);
        json.WriteString("subject", result.Subject);
        json.WriteString("period", $"{result.Period}");
        json.WriteGiven("total", result.Total);
        json.WriteGiven("grade", result.Grade);
        if (result.Rank is { } rank)
            json.WriteNumber("rank", rank);
    }

    private static void Write(Utf8JsonWriter json, Assessment result)
    {
        json.WriteString("subject", result.Subject.Id);
        json.WriteString("period", $"{result.Period}");
        json.WriteString("status", JsonText.WordOf(result.Status));
        json.WriteGiven("total", result.Total);
        json.WriteGiven("grade", result.Grade?.Id);
        if (result.Rank is { } rank)
            json.WriteNumber("rank", rank);
        WriteCodes(json, "awards", result.Awards);
        WriteCodes(json, "recommendations", result.Recommendations);
        WriteCodes(json, "measures", result.Measures);
        WriteCodes(json, "findings", result.Findings);
    }

    private static void WriteCodes(Utf8JsonWriter json, string name, IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var outcome in outcomes)
            json.WriteStringValue(outcome.Code);
        json.WriteEndArray();
    }
}

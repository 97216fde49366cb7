using System.Data;
using System.Globalization;
using System.Text.Json;
using PartyRules.Cases;
using PartyRules.Reading;

namespace PartyRules.Cli.Tests;

/// <summary>
/// Every published system runs as pure data: its cases, written as a data set, come out of <c>partyrules score</c> as they say.
/// </summary>
public sealed class PublishedSystems : IDisposable
{
    private static readonly string[] Texts = ["status", "grade"];
    private static readonly string[] Lists = ["awards", "recommendations", "measures", "findings"];

    private readonly string folder = Directory.CreateTempSubdirectory("partyrules").FullName;

    public static TheoryData<string> Ids => [.. BuiltInSchemes.Ids];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void ScoreGivesWhatTheCasesSay(string id)
    {
        var cases = SchemeCases.OfBuiltIn(id);
        var documents = Documents(id);

        documents.Should().HaveSameCount(cases).And.NotBeEmpty();
        foreach (var (worked, document) in cases.Zip(documents))
        {
            var results = Score(worked, id);
            foreach (var expected in document.GetProperty("expected").EnumerateArray())
                Compare(Row(results, worked, expected), expected, $"{id}: {worked.Name.English}");
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void SchemesListsThemAll(string language)
    {
        Languages.TryParse(language, out var meant).Should().BeTrue();

        var lines = ToolRun.Of("schemes", "--lang", language).Output.Split('\n')
            .Select(line => line.Trim().Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();

        lines.Where(line => line.Length == 3).Skip(1).Should().BeEquivalentTo(
            BuiltInSchemes.Ids.Select(BuiltInSchemes.Get).Select(scheme => new[] { scheme.Id, scheme.Version, scheme.Name.In(meant) }),
            options => options.WithStrictOrdering());
    }

    private static List<JsonElement> Documents(string id)
    {
        using var stream = typeof(BuiltInSchemes).Assembly.GetManifestResourceStream($"PartyRules.Schemes.Cases.{id}.json");
        stream.Should().NotBeNull("{0} carries cases", id);
        using var document = JsonDocument.Parse(stream!);
        return [.. document.RootElement.Clone().GetProperty("cases").EnumerateArray()];
    }

    private List<Dictionary<string, string>> Score(SchemeCase worked, string id)
    {
        var attributes = worked.Subjects.SelectMany(subject => subject.Attributes.Keys).Distinct().ToList();
        string[] ofSubjects = ["id", "kind", "parent", "category", "employment", "previousGrade", .. attributes];
        Write("subjects.csv", ofSubjects, worked.Subjects.Select(subject => (string[])
        [
            subject.Id, subject.Kind, subject.Parent, subject.Category, subject.Employment, subject.PreviousGrade,
            .. attributes.Select(name => subject.Attributes.GetValueOrDefault(name, "")),
        ]));
        Write("entries.csv", ["id", "subject", "item", "date", "value", "level", "ref", "by"], worked.Entries.Select(entry => (string[])
        [
            entry.Id, entry.Subject, entry.Item, entry.Date.ToString("O", CultureInfo.InvariantCulture), entry.Value?.ToString() ?? "",
            entry.Level, entry.Reference, entry.Evaluator,
        ]));
        Write("earlier.csv", ["scheme", "subject", "period", "total", "grade", "rank"], worked.Results.Select(result => (string[])
        [
            result.Scheme, result.Subject, result.Period.ToString(), result.Total?.ToString() ?? "", result.Grade,
            result.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
        ]));
        var results = Path.Combine(folder, "results.csv");

        var run = ToolRun.Of(
            "score", folder, "--scheme", id, "--period", worked.Year.ToString(CultureInfo.InvariantCulture), "--out", results);

        run.Error.Should().BeEmpty(worked.Name.English);
        run.Status.Should().Be(0);
        var lines = File.ReadAllLines(results).Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private void Write(string file, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows) =>
        File.WriteAllLines(Path.Combine(folder, file), rows.Prepend(columns).Select(row => string.Join(',', row)));

    private static Dictionary<string, string> Row(List<Dictionary<string, string>> results, SchemeCase worked, JsonElement expected)
    {
        var period = expected.TryGetProperty("period", out var stated)
            ? stated.GetString()!
            : worked.Year.ToString("0000", CultureInfo.InvariantCulture);
        return results.Should().ContainSingle(
            row => row["subject"] == expected.GetProperty("subject").GetString() && row["period"] == period, worked.Name.English).Subject;
    }

    private static void Compare(Dictionary<string, string> row, JsonElement expected, string because)
    {
        foreach (var name in Texts)
        {
            if (expected.TryGetProperty(name, out var text))
                row[name].Should().Be(text.GetString(), because);
        }

        foreach (var name in Lists)
        {
            if (expected.TryGetProperty(name, out var codes))
                row[name].Should()
                    .Be(string.Join(';', codes.EnumerateArray().Select(code => code.GetString()).Order(StringComparer.Ordinal)), because);
        }

        if (expected.TryGetProperty("rank", out var rank))
            row["rank"].Should().Be(rank.GetRawText(), because);
        if (expected.TryGetProperty("total", out var total))
            Figure(row["total"]).Should().Be(Figure(total.GetString()!), because);
        if (expected.TryGetProperty("components", out var components))
        {
            foreach (var component in components.EnumerateObject())
                Figure(row[$"component.{component.Name}"]).Should().Be(Figure(component.Value.GetString()!), because);
        }
    }

    /// <summary>Works out a figure by other means than the library's.</summary>
    private static decimal Figure(string text)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        return Math.Round(Convert.ToDecimal(table.Compute(text, null), CultureInfo.InvariantCulture), 6);
    }
}

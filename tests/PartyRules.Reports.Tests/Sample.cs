using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PartyRules.Data.Samples;
using PartyRules.Reading;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Reports.Tests;

/// <summary>Invented assessments, and pages made of them.</summary>
internal static class Sample
{
    public const int Year = 2026;
    private static readonly ConcurrentDictionary<string, Lazy<Scorer>> Scorers = new(StringComparer.Ordinal);

    public static Scheme Members { get; } = BuiltInSchemes.Get("fengxian");

    public static Scheme Villages { get; } = BuiltInSchemes.Get("yongxi");

    public static DateOnly Date { get; } = new(2027, 1, 4);

    public static ReportOptions In(Language language) => new() { Language = language, Date = Date };

    public static Report County(ReportOptions options, int members = 40) =>
        Of(Members, SampleCounty.Subjects(members, 2026), SampleCounty.Entries(members, 2026, Year), options);

    public static Report Township(ReportOptions options) =>
        Of(Villages, SampleTownship.Subjects(8), SampleTownship.Entries(8, 2026, Year), options);

    public static Report Of(Scheme scheme, IEnumerable<Subject> subjects, IEnumerable<Entry> entries, ReportOptions options) =>
        new(scheme, Year, Scored(scheme, subjects, entries), options);

    public static IReadOnlyList<Assessment> Scored(Scheme scheme, IEnumerable<Subject> subjects, IEnumerable<Entry> entries) =>
        ScorerOf(scheme).Score([.. subjects], [.. entries], Year);

    /// <summary>The scorer of a scheme; compiling its rules takes longer than most tests.</summary>
    public static Scorer ScorerOf(Scheme scheme) =>
        Scorers.GetOrAdd(scheme.Id, _ => new Lazy<Scorer>(() => new Scorer(scheme, new ScorerOptions { Derivations = true }))).Value;

    public static Subject Member(string id, string name = "", string previousGrade = "", string parent = "b1") =>
        new()
        {
            Id = id,
            Name = name,
            Kind = "member",
            Parent = parent,
            Category = "organ",
            Employment = "in-post",
            PreviousGrade = previousGrade,
        };

    /// <summary>As many entries of a member, from January on, of a value each.</summary>
    public static IEnumerable<Entry> Tasks(string subject, int months, int value) => Enumerable.Range(1, months).Select(month => new Entry
    {
        Id = $"{subject}-{month}",
        Subject = subject,
        Item = "task.target",
        Date = new DateOnly(Year, month, 25),
        Value = value,
    });

    public static string Page(this Report report) => Written(report.WritePage);

    public static string NoticePage(this Report report) => Written(report.WriteNoticePage);

    public static string SignaturePage(this Report report) => Written(report.WriteSignaturePage);

    public static byte[] Sheet(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>Reads a page as strictly as a browser's console would: any mistake in the markup is an error.</summary>
    public static IDocument Parsed(string page) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(page);

    private static string Written(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        return text.ToString();
    }
}

using System.CommandLine;
using System.Globalization;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Data;
using PartyRules.Data.Summaries;
using PartyRules.Diagnostics;
using PartyRules.Reports;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules report</c>: what people read, as a page or a sheet.</summary>
internal static class ReportCommand
{
    private const string Whole = "report";
    private const string Notice = "notice";
    private const string Scores = "scores";

    public static Command Make(Streams streams)
    {
        var data = CommonOptions.Data();
        var scheme = CommonOptions.Schemes();
        var period = CommonOptions.Period();
        var asOf = CommonOptions.AsOf();
        var lang = CommonOptions.Lang();
        var output = new Option<string>("--out") { Description = Texts.Help("help.report-out"), Required = true };
        var only = new Option<string?>("--only") { Description = Texts.Help("help.report-only") };
        only.AcceptOnlyFromAmong(Notice, Scores);
        var date = new Option<DateOnly?>("--date") { Description = Texts.Help("help.report-date"), CustomParser = CommonOptions.DateOf };
        var contact = new Option<string>("--contact") { Description = Texts.Help("help.report-contact"), DefaultValueFactory = _ => "" };
        var parent = new Option<string>("--parent") { Description = Texts.Help("help.report-parent"), DefaultValueFactory = _ => "" };
        var derivations = new Option<int>("--derivations")
        {
            Description = Texts.Help("help.report-derivations"),
            DefaultValueFactory = _ => new ReportOptions().Derivations,
        };
        var command = new Command("report", Texts.Help("help.report"))
        {
            data, scheme, period, asOf, output, only, parent, date, contact, derivations, lang,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is { } file && What(file, result.GetValue(only)) is null)
                result.Refuse("usage.report", file);
        });
        derivations.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.Refuse("usage.derivations");
        });
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            return Guard.Run(streams, language, () =>
            {
                var (folder, file, schemes) = (parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(scheme)!);
                GivenSchemes.RefuseOutput(file, folder, schemes);
                Write(
                    streams, folder, GivenSchemes.ReadVersions(schemes), parsed.GetValue(period), parsed.GetValue(asOf), file,
                    What(file, parsed.GetValue(only))!,
                    new ReportOptions
                    {
                        Language = language,
                        Date = parsed.GetValue(date),
                        Contact = parsed.GetValue(contact) ?? "",
                        Parent = parsed.GetValue(parent) ?? "",
                        Derivations = parsed.GetValue(derivations),
                    });
            });
        });
        return command;
    }

    /// <summary>What is written, by the file's extension; null where there is no such thing.</summary>
    private static string? What(string file, string? only) => (Path.GetExtension(file).ToUpperInvariant(), only) switch
    {
        (".HTML" or ".HTM", null) => Whole,
        (".HTML" or ".HTM", Notice) => Notice,
        (".XLSX", null or Scores) => Scores,
        (".XLSX", Notice) => Notice,
        _ => null,
    };

    private static void Write(
        Streams streams, string folder, SchemeVersions versions, int? year, DateOnly? asOf, string file, string what, ReportOptions options)
    {
        var data = DataSetReader.Read(folder, versions, year);
        var scheme = versions.Of(data.Year);
        var parents = data.Subjects.Where(subject => subject.Kind == scheme.SubjectKind)
            .Select(subject => subject.Parent).ToHashSet(StringComparer.Ordinal);
        if (options.Parent.Length > 0 && !parents.Contains(options.Parent))
            throw new ProblemException(
                Texts.Catalog.Problem("unknown-parent", new SourceLocation(), options.Parent, Texts.Catalog.Hint(options.Parent, parents)));
        var scorer = new Scorer(versions, new ScorerOptions { Derivations = what == Whole && options.Derivations > 0, AsOf = asOf });
        var results = scorer.Score(data.Subjects, data.Entries, data.Year, earlier: data.Earlier, areFactsChecked: true);
        var report = new Report(versions, data.Year, results, options with { Subjects = data.Subjects, Earlier = data.Earlier });
        if (what == Notice && !report.HasNotice)
            throw new ProblemException(Texts.Catalog.Problem("no-notice", new SourceLocation(), scheme.ToString()));
        WholeFile.Write(file, stream =>
        {
            if (Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                (what == Notice ? (Action<Stream>)report.WriteNoticeSheet : report.WriteScoreSheet)(stream);
                return;
            }

            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            (what == Notice ? (Action<TextWriter>)report.WriteNoticePage : report.WritePage)(writer);
        });
        Summary.WritePassedOver(streams.Out, OtherKinds.Of(scheme, data.Subjects), options.Language);
        Summary.WriteNotices(streams.Out, data.Notices, options.Language);
        streams.Out.WriteLine(
            Texts.In(options.Language, $"report.{what}", file, new FileInfo(file).Length.ToString("#,0", CultureInfo.InvariantCulture)));
    }
}

using System.CommandLine;
using System.Globalization;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Data;
using PartyRules.Data.Summaries;
using PartyRules.Diagnostics;
using PartyRules.Reports;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Scoring;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules report</c>: what people read, as a page or a sheet.</summary>
internal static class ReportCommand
{
    private const string Whole = "report";
    private const string Notice = "notice";
    private const string Scores = "scores";
    private const string Signature = "sign";
    private const string Parent = "parent";

    public static Command Make(Streams streams)
    {
        var data = CommonOptions.SeveralData();
        var scheme = CommonOptions.Schemes();
        var period = CommonOptions.Period();
        var asOf = CommonOptions.AsOf();
        var lang = CommonOptions.Lang();
        var output = new Option<string>("--out") { Description = Texts.Help("help.report-out"), Required = true };
        var only = new Option<string?>("--only") { Description = Texts.Help("help.report-only") };
        only.AcceptOnlyFromAmong(Notice, Scores, Signature);
        var date = new Option<DateOnly?>("--date") { Description = Texts.Help("help.report-date"), CustomParser = CommonOptions.DateOf };
        var contact = new Option<string>("--contact") { Description = Texts.Help("help.report-contact"), DefaultValueFactory = _ => "" };
        var parent = new Option<string>("--parent") { Description = Texts.Help("help.report-parent"), DefaultValueFactory = _ => "" };
        var derivations = new Option<int>("--derivations")
        {
            Description = Texts.Help("help.report-derivations"),
            DefaultValueFactory = _ => new ReportOptions().Derivations,
        };
        var each = new Option<string?>("--each") { Description = Texts.Help("help.report-each") };
        each.AcceptOnlyFromAmong(Parent);
        var command = new Command("report", Texts.Help("help.report"))
        {
            data, scheme, period, asOf, output, only, each, parent, date, contact, derivations, lang,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(each) is not null)
            {
                if (result.GetResult(only) is { Implicit: false } || result.GetResult(parent) is { Implicit: false })
                    result.Refuse("usage.report-each");
            }
            else if (result.GetValue(output) is { } file && What(file, result.GetValue(only)) is null)
            {
                result.Refuse("usage.report", file);
            }
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
                var (folders, file, schemes) = (parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(scheme)!);
                foreach (var folder in folders)
                    GivenSchemes.RefuseOutput(file, folder, schemes);
                Write(
                    streams, folders, GivenSchemes.ReadVersions(schemes), parsed.GetValue(period), parsed.GetValue(asOf), file,
                    parsed.GetValue(each) ?? What(file, parsed.GetValue(only))!,
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
        (".HTML" or ".HTM", Signature) => Signature,
        (".XLSX", null or Scores) => Scores,
        (".XLSX", Notice) => Notice,
        _ => null,
    };

    private static void Write(
        Streams streams, string[] folders, SchemeVersions versions, int? year, DateOnly? asOf, string file, string what,
        ReportOptions options)
    {
        var data = DataSetReader.ReadAll(folders, versions, year);
        var scheme = versions.Of(data.Year);
        var parents = data.Subjects.Where(subject => subject.Kind == scheme.SubjectKind)
            .Select(subject => subject.Parent).ToHashSet(StringComparer.Ordinal);
        if (options.Parent.Length > 0 && !parents.Contains(options.Parent))
            throw new ProblemException(
                Texts.Catalog.Problem("unknown-parent", new SourceLocation(), options.Parent, Texts.Catalog.Hint(options.Parent, parents)));
        var scorer = new Scorer(versions, new ScorerOptions { Derivations = IsExplained(what, options), AsOf = asOf });
        var results = scorer.Score(data.Subjects, data.Entries, data.Year, earlier: data.Earlier, areFactsChecked: true);
        options = options with
        {
            Subjects = data.Subjects,
            Earlier = data.Earlier,
            Files = [.. data.Files.Select(read => (read.Name, read.Sha256))],
        };
        var written = what == Parent
            ? WriteFolder(file, versions, data.Year, results, options)
            : WriteOne(file, what, new Report(versions, data.Year, results, options), scheme);
        Summary.WritePassedOver(streams.Out, OtherKinds.Of(scheme, data.Subjects), options.Language);
        Summary.WriteNotices(streams.Out, data.Notices, options.Language);
        streams.Out.WriteLine(
            Texts.In(options.Language, $"report.{what}", file, written.ToString("#,0", CultureInfo.InvariantCulture)));
    }

    private static bool IsExplained(string what, ReportOptions options) => what switch
    {
        Whole => options.Derivations > 0,
        Signature or Parent => true,
        _ => false,
    };

    /// <summary>Writes the pages of every parent and gives how many parents there are.</summary>
    private static long WriteFolder(
        string folder, SchemeVersions versions, int year, IReadOnlyList<Assessment> results, ReportOptions options)
    {
        if (Path.Exists(folder) && (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new ProblemException(Texts.Catalog.Problem("report-folder", new SourceLocation(folder)));
        return ParentReports.Write(folder, versions, year, results, options);
    }

    /// <summary>Writes one page or sheet and gives its size in bytes.</summary>
    private static long WriteOne(string file, string what, Report report, Scheme scheme)
    {
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
            (what switch
            {
                Notice => (Action<TextWriter>)report.WriteNoticePage,
                Signature => report.WriteSignaturePage,
                _ => report.WritePage,
            })(writer);
        });
        return new FileInfo(file).Length;
    }
}

using System.CommandLine;
using System.Resources;
using PartyRules.Cli.Commands;
using PartyRules.Data;
using PartyRules.Data.Messages;
using PartyRules.Data.Summaries;
using PartyRules.Diagnostics;
using PartyRules.Schemes;
using Spectre.Console;

namespace PartyRules.Cli;

/// <summary>The tool's exit statuses.</summary>
internal static class ExitStatus
{
    public const int Done = 0;
    public const int Errors = 1;
    public const int Usage = 2;
}

/// <summary>Where a command writes.</summary>
/// <param name="Console">Tables and progress.</param>
/// <param name="Out">Results and explanations.</param>
/// <param name="Error">Problems.</param>
internal sealed record Surroundings(IAnsiConsole Console, TextWriter Out, TextWriter Error);

/// <summary>The <c>partyrules</c> tool.</summary>
internal static class Tool
{
    internal static MessageCatalog Texts { get; } = new(new ResourceManager("PartyRules.Cli.Resources.Messages", typeof(Tool).Assembly));

    /// <summary>The language of help, which is needed before arguments are read: that of PARTYRULES_LANG, else Chinese.</summary>
    internal static Language HelpLanguage { get; } = Languages.TryParse(Environment.GetEnvironmentVariable("PARTYRULES_LANG"), out var language) ? language : Language.ChineseSimplified;

    /// <summary>Runs the tool.</summary>
    /// <returns>0 done, 1 the data or the scheme has errors, 2 wrong usage.</returns>
    public static int Run(string[] arguments, IAnsiConsole console, TextWriter output, TextWriter error)
    {
        var surroundings = new Surroundings(console, output, error);
        var root = new RootCommand(Help("help.root")) { ScoreCommand.Make(surroundings), ExplainCommand.Make(surroundings), ReportCommand.Make(surroundings), SchemesCommand.Make(surroundings), VerifyCommand.Make(surroundings), NewCommand.Make(surroundings) };
        var parsed = root.Parse(arguments);
        foreach (var mistake in parsed.Errors)
            error.WriteLine(mistake.Message);
        return parsed.Errors.Count > 0 ? ExitStatus.Usage : parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>Runs a command's work and reports what is wrong with its input.</summary>
    /// <param name="surroundings">Where it writes.</param>
    /// <param name="language">The language.</param>
    /// <param name="work">The work.</param>
    /// <param name="ending">The message that counts the problems.</param>
    public static int Guarded(Surroundings surroundings, Language language, Action work, string ending = "problems")
    {
        try
        {
            work();
            return ExitStatus.Done;
        }
        catch (ProblemException exception)
        {
            foreach (var problem in exception.Problems)
                surroundings.Error.WriteLine(problem.ToText(language));
            surroundings.Error.WriteLine(Texts.In(language, ending, exception.Problems.Count));
            return ExitStatus.Errors;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(Texts.In(language, "io", exception.Message));
            return ExitStatus.Errors;
        }
    }

    /// <summary>A scheme by identifier or file.</summary>
    public static Scheme SchemeOf(string idOrFile) =>
        IsFile(idOrFile) ? SchemeReader.ReadFile(idOrFile) : BuiltInSchemes.Get(idOrFile);

    /// <summary>The versions of one scheme, each by identifier or file.</summary>
    public static SchemeVersions VersionsOf(IReadOnlyList<string> idsOrFiles)
    {
        var versions = new List<Scheme>();
        var problems = new List<Problem>();
        foreach (var idOrFile in idsOrFiles)
        {
            try
            {
                var version = SchemeOf(idOrFile);
                if (versions.Count > 0 && !SchemeVersions.BelongTogether(versions[0], version))
                    problems.Add(Texts.Problem("versions.apart", new SourceLocation(idOrFile), version.ToString(), versions[0].ToString()));
                versions.Add(version);
            }
            catch (ProblemException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return problems.Count == 0 ? new SchemeVersions(versions) : throw new ProblemException(problems);
    }

    /// <summary>Whether a file is meant: one that is there, or a name that no identifier has.</summary>
    public static bool IsFile(string idOrFile) =>
        File.Exists(idOrFile) || idOrFile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || idOrFile.AsSpan().ContainsAny('/', '\\');

    /// <summary>Refuses a file for output from which the command reads.</summary>
    public static void RefuseOutput(string file, string folder, IEnumerable<string> schemes)
    {
        DataSetReader.RefuseOutput(folder, file);
        if (schemes.Any(scheme => File.Exists(scheme) && Path.GetFullPath(scheme).Equals(Path.GetFullPath(file), StringComparison.OrdinalIgnoreCase)))
            throw new ProblemException(Texts.Problem("output-is-scheme", new SourceLocation(file)));
    }

    /// <summary>Says which subjects are passed over, where there are such.</summary>
    public static void Tell(TextWriter writer, OtherKinds others, Language language)
    {
        if (others.Notice is { } notice)
            writer.WriteLine(notice.In(language));
    }

    /// <summary>Says what a person should know about the data.</summary>
    public static void Tell(TextWriter writer, IEnumerable<DataNotice> notices, Language language)
    {
        foreach (var notice in notices)
            writer.WriteLine(notice.ToText(language));
    }

    public static string Help(string key) => Texts.In(HelpLanguage, key);
}

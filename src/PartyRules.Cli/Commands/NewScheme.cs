using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PartyRules.Cases;
using PartyRules.Cli.Output;
using PartyRules.Cli.Resources;
using PartyRules.Diagnostics;
using PartyRules.JsonSchemas;
using PartyRules.Reading;
using PartyRules.Schemes;
using PartyRules.Scoring;
using Spectre.Console;

namespace PartyRules.Cli.Commands;

/// <summary>
/// <c>partyrules new scheme</c>: makes a first scheme of one's own, with its cases, data to try it on, and the JSON Schemas that editors
/// use.
/// </summary>
internal static class NewScheme
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make(Streams streams)
    {
        var id = new Option<string?>("--id") { Description = Texts.Help("help.new-scheme-id") };
        var name = new Option<string?>("--name") { Description = Texts.Help("help.new-scheme-name") };
        var english = new Option<string?>("--name-en") { Description = Texts.Help("help.new-scheme-name-en") };
        var kind = new Option<string>("--kind") { Description = Texts.Help("help.new-scheme-kind"), DefaultValueFactory = _ => "member" };
        kind.AcceptOnlyFromAmong("member", "branch");
        var year = new Option<int>("--year") { Description = Texts.Help("help.year"), DefaultValueFactory = _ => 2026 };
        CommonOptions.RequireYear(year);
        var output = new Option<string?>("--out") { Description = Texts.Help("help.new-scheme-out") };
        CommonOptions.RequireName(output);
        var lang = CommonOptions.Lang();
        var command = new Command("scheme", Texts.Help("help.new-scheme")) { id, name, english, kind, year, output, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.LanguageOf(parsed, lang);
            var givenId = parsed.GetValue(id) ?? Ask(streams, language, "ask.scheme-id");
            var givenName = parsed.GetValue(name) ?? Ask(streams, language, "ask.scheme-name");
            foreach (var (option, value) in new[] { ("--id", givenId), ("--name", givenName) })
            {
                if (value is null)
                    streams.Error.WriteLine(Texts.In(language, "usage.needed", option));
            }

            if (givenId is null || givenName is null)
                return ExitStatus.Usage;
            var draft = new Draft(
                givenId,
                givenName,
                parsed.GetValue(english) ?? givenName,
                parsed.GetValue(kind)!,
                parsed.GetValue(year),
                parsed.GetValue(output) ?? givenId);
            return Guard.Run(streams, language, () => Write(streams, draft, language));
        });
        return command;
    }

    /// <summary>Asks on a terminal; null elsewhere.</summary>
    private static string? Ask(Streams streams, Language language, string key) =>
        streams.Console.Profile.Capabilities.Interactive && !Console.IsInputRedirected
            ? streams.Console.Prompt(new TextPrompt<string>(Markup.Escape(Texts.In(language, key)))).Trim()
            : null;

    private static void Write(Streams streams, Draft draft, Language language)
    {
        if (BuiltInSchemes.Ids.Contains(draft.Id))
            throw new ProblemException(Texts.Catalog.Problem("new.built-in", new SourceLocation("--id"), draft.Id));
        var files = draft.Files();
        Check(files, draft.Id);
        var taken = files.Keys.Select(file => Path.Combine(draft.Folder, file)).Where(Path.Exists).ToList();
        if (taken.Count > 0)
            throw new ProblemException([.. taken.Select(file => Texts.Catalog.Problem("new.exists", new SourceLocation(file)))]);
        foreach (var (file, text) in files)
        {
            var path = Path.Combine(draft.Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = new FileStream(path, FileMode.CreateNew);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        streams.Out.WriteLine(Texts.In(language, "new.scheme", draft.Folder));
        foreach (var file in files.Keys)
            streams.Out.WriteLine(Texts.In(language, "new.file", file, Texts.Catalog.Format("new.what." + WhatIs(file, draft.Id))));
        streams.Out.WriteLine(Texts.In(language, "new.next"));
        var (scheme, data) = ($"{draft.Folder}/{draft.Id}.json", $"{draft.Folder}/data");
        streams.Out.WriteLine($"  partyrules verify {scheme}");
        streams.Out.WriteLine($"  partyrules score {data} --scheme {scheme}");
        streams.Out.WriteLine($"  partyrules explain {data} --scheme {scheme} --subject {draft.FirstSubject}");
    }

    /// <summary>What is written has been read and its cases have been run, so that a first scheme is never a broken one.</summary>
    private static void Check(Dictionary<string, string> files, string id)
    {
        var scheme = ReadDraft(Encoding.UTF8.GetBytes(files[$"{id}.json"]));
        var scorer = new Scorer(scheme);
        var problems = SchemeCases.Read(Encoding.UTF8.GetBytes(files[$"cases/{id}.json"]), "cases", scheme)
            .SelectMany(worked => worked.Run(scorer)).ToList();
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    /// <summary>Reads the scheme. What is wrong with it comes from the options, so these are named.</summary>
    private static Scheme ReadDraft(byte[] text)
    {
        try
        {
            return SchemeReader.Read(text, "");
        }
        catch (ProblemException exception)
        {
            throw new ProblemException([.. exception.Problems.Select(problem => problem.At(OptionOf(problem))).Distinct()]);
        }
    }

    private static SourceLocation OptionOf(Problem problem) =>
        new(problem.Location.Path?.StartsWith("$.name", StringComparison.Ordinal) == true ? "--name" : "--id");

    private static string WhatIs(string file, string id)
    {
        if (file == $"{id}.json")
            return "scheme";
        if (file.StartsWith("cases/", StringComparison.Ordinal))
            return "cases";
        return file.EndsWith(".csv", StringComparison.Ordinal) ? "data" : "schema";
    }

    /// <summary>What is asked for.</summary>
    private sealed record Draft(string Id, string Name, string English, string Kind, int Year, string Folder)
    {
        public string FirstSubject => Kind == "member" ? "m1" : "b1";

        /// <summary>The files by their names in the folder, in the order in which somebody reads them.</summary>
        public Dictionary<string, string> Files() => new()
        {
            [$"{Id}.json"] = Filled("scheme.json"),
            [$"cases/{Id}.json"] = Filled("cases.json"),
            ["data/subjects.csv"] = Filled("subjects.csv"),
            ["data/entries.csv"] = Filled("entries.csv"),
            ["partyrules-scheme.schema.json"] = SchemeJsonSchema.OfSchemes,
            ["partyrules-cases.schema.json"] = SchemeJsonSchema.OfCases,
        };

        private string Filled(string template)
        {
            using var stream = typeof(NewScheme).Assembly.GetManifestResourceStream($"PartyRules.Cli.Templates.{Kind}.{template}")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd()
                .Replace("@id", Id, StringComparison.Ordinal)
                .Replace("@year", Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("@english", JsonSerializer.Serialize(English, Quoted), StringComparison.Ordinal)
                .Replace("@name", JsonSerializer.Serialize(Name, Quoted), StringComparison.Ordinal);
        }
    }
}

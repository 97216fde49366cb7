using System.CommandLine;
using System.Text;
using PartyRules.Clauses.Selections;
using PartyRules.Cli.Output;
using PartyRules.JsonSchemas;
using PartyRules.Reading;
using PartyRules.Schemes;

namespace PartyRules.Cli.Commands;

/// <summary><c>partyrules schemes</c>: lists the built-in schemes, or shows one.</summary>
internal static class SchemesCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var lang = CommonOptions.Lang();
        var id = new Argument<string>("ID") { Description = Tool.Help("help.id") };
        var origins = new Option<bool>("--origins") { Description = Tool.Help("help.origins") };
        var show = new Command("show", Tool.Help("help.schemes-show")) { id, origins, lang };
        show.SetAction(parsed => Tool.Guarded(surroundings, CommonOptions.LanguageOf(parsed, lang), () =>
        {
            if (parsed.GetValue(origins))
                ShowOrigins(surroundings, Tool.SchemeOf(parsed.GetValue(id)!), CommonOptions.LanguageOf(parsed, lang));
            else
                surroundings.Out.Write(WithSchemaBeside(Encoding.UTF8.GetString(BuiltInSchemes.Text(parsed.GetValue(id)!).Span)));
        }));
        var command = new Command("schemes", Tool.Help("help.schemes")) { show, Schema(surroundings), lang };
        command.SetAction(parsed => Tool.Guarded(surroundings, CommonOptions.LanguageOf(parsed, lang), () => List(surroundings, CommonOptions.LanguageOf(parsed, lang))));
        return command;
    }

    private static Command Schema(Surroundings surroundings)
    {
        var of = new Argument<string>("OF") { Description = Tool.Help("help.schema-of"), DefaultValueFactory = _ => "scheme" };
        of.AcceptOnlyFromAmong("scheme", "layer", "cases");
        var output = new Option<string?>("--out") { Description = Tool.Help("help.schema-out") };
        CommonOptions.IsNamed(output);
        var lang = CommonOptions.Lang();
        var command = new Command("schema", Tool.Help("help.schemes-schema")) { of, output, lang };
        command.SetAction(parsed => Tool.Guarded(surroundings, CommonOptions.LanguageOf(parsed, lang), () =>
        {
            if (parsed.GetValue(output) is { } folder)
                WriteSchemas(surroundings, folder, CommonOptions.LanguageOf(parsed, lang));
            else
                surroundings.Out.Write(parsed.GetValue(of) switch { "cases" => SchemeJsonSchema.OfCases, "layer" => SchemeJsonSchema.OfLayers, _ => SchemeJsonSchema.OfSchemes });
        }));
        return command;
    }

    /// <summary>A scheme that is shown is shown to be kept: its JSON Schema is then the file of that name beside it.</summary>
    private static string WithSchemaBeside(string text) => text.Replace("\"../../../../docs/schemes/partyrules-", "\"partyrules-", StringComparison.Ordinal);

    private static void WriteSchemas(Surroundings surroundings, string folder, Language language)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in new[] { ("scheme", SchemeJsonSchema.OfSchemes), ("layer", SchemeJsonSchema.OfLayers), ("cases", SchemeJsonSchema.OfCases) })
        {
            var path = Path.Combine(folder, $"partyrules-{name}.schema.json");
            File.WriteAllText(path, text);
            surroundings.Out.WriteLine(Tool.Texts.In(language, "schemes.schema-written", path));
        }
    }

    private static void ShowOrigins(Surroundings surroundings, Scheme scheme, Language language)
    {
        if (scheme.Origins.Count == 0)
            surroundings.Out.WriteLine(Tool.Texts.In(language, "schemes.no-layers", scheme.ToString()));
        foreach (var origin in scheme.Origins.OrderBy(origin => origin.Path, StringComparer.Ordinal))
            surroundings.Out.WriteLine(Tool.Texts.In(language, "schemes.origin", origin.Path, origin.Scheme, origin.Location) + Dates(origin, language));
    }

    private static string Dates(ValueOrigin origin, Language language) => string.Concat(
        origin.From is { } from ? Tool.Texts.In(language, "schemes.from", $"{from:O}") : "",
        origin.To is { } to ? Tool.Texts.In(language, "schemes.to", $"{to:O}") : "");

    private static void List(Surroundings surroundings, Language language)
    {
        var schemes = new Listing(language, null, new("schemes.id", IsCode: true), new("schemes.version"), new("schemes.name"));
        foreach (var scheme in BuiltInSchemes.Ids.Select(BuiltInSchemes.Get))
            schemes.Add(scheme.Id, scheme.Version, scheme.Name.In(language));
        schemes.WriteTo(surroundings.Console);
    }
}
